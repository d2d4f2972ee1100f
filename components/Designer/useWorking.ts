import { useEffect, useState } from 'preact/hooks';
import { watchWorking } from './away.ts';

/** True while an answer is late. */
export function useWorking(): boolean {
  const [working, set] = useState(false);
  useEffect(() => watchWorking(set), []);
  return working;
}
