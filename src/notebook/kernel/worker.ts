import plotText from 'virtual:notebook-plot';
import { createLibrary, know } from '../library/index.ts';
import type { createPlot } from '../library/plot.ts';
import { createAssets } from './assets.ts';
import { evaluateText } from './evaluate.ts';
import { Kernel } from './kernel.ts';
import { connect, defer, lockDown, timers } from './prelude.ts';
import { readOptions, readPageMessage } from './readPageMessage.ts';

/** Plot is most of the kernel; a cell that does not name it need not wait for it. */
const latePlot: typeof createPlot = (width, document) =>
  (evaluateText(plotText) as { createPlot: typeof createPlot }).createPlot(width, document);

/** The kernel as a classic worker, started by the frame in `host/frame.ts`. */
connect((options, channel) => {
  const { load, arrived } = createAssets(channel.send);
  const library = createLibrary({ ...readOptions(options), load, createPlot: latePlot });
  const now = performance.now.bind(performance);
  lockDown();
  const kernel = new Kernel({ send: channel.send, arrived, know, defer, timers, now, library });
  channel.receive((value) => {
    const message = readPageMessage(value);
    try {
      if (message) kernel.receive(message);
    } catch {
      channel.send({ type: 'broken' });
    }
  });
});
