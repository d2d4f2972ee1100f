import { createLibrary } from '../library/index.ts';
import { createAssets } from './assets.ts';
import { Kernel } from './kernel.ts';
import { connect, defer, lockDown, timers } from './prelude.ts';
import { readOptions, readPageMessage } from './readPageMessage.ts';

/** The kernel as a classic worker, started by the frame in `host/frame.ts`. */
connect((options, channel) => {
  const { load, arrived } = createAssets(channel.send);
  const library = createLibrary({ ...readOptions(options), load });
  const now = performance.now.bind(performance);
  lockDown();
  const kernel = new Kernel({ send: channel.send, arrived, defer, timers, now, library });
  channel.receive((value) => {
    const message = readPageMessage(value);
    try {
      if (message) kernel.receive(message);
    } catch {
      channel.send({ type: 'broken' });
    }
  });
});
