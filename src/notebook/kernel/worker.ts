import { createLibrary } from '../library/index.ts';
import { Kernel } from './kernel.ts';
import { connect, defer, lockDown, timers } from './prelude.ts';
import { readOptions, readPageMessage } from './readPageMessage.ts';

/** The kernel as a classic worker, started by the frame in `host/frame.ts`. */
connect((options, channel) => {
  const library = createLibrary(readOptions(options));
  const now = performance.now.bind(performance);
  lockDown();
  const kernel = new Kernel({ send: channel.send, defer, timers, now, library });
  channel.receive((value) => {
    const message = readPageMessage(value);
    if (message) kernel.receive(message);
  });
});
