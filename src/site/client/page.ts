import { startCitations } from './cite.ts';
import { startRail } from './rail.ts';
import { startReading } from './reading.ts';
import { startScrolling } from './scroll.ts';
import { startTheme } from './theme.ts';

startTheme();
startRail();
startCitations();
startReading();
startScrolling();
