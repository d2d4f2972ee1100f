import { startCitations } from './cite.ts';
import { startLinks } from './link.ts';
import { startRail } from './rail.ts';
import { startReading } from './reading.ts';
import { restControls } from './rest.ts';
import { startScrolling } from './scroll.ts';
import { startTheme } from './theme.ts';

restControls();
startLinks();
startTheme();
startRail();
startCitations();
startReading();
startScrolling();
