import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { registry } from '../../src/activations/index.ts';
import { verdicts } from '../../src/activations/properties/verdicts.ts';
import { Raised } from '../../src/figure/Raised.tsx';
import type { ViewProps } from '../../src/figure/widget.ts';
import { FactsRow } from './FactsRow.tsx';
import { type Grade, grades, gradientWish } from './grades.ts';
import type { Design, Examined } from './model.ts';
import { RealTest } from './RealTest.tsx';
import { Shelf } from './Shelf.tsx';
import type { controls } from './settings.ts';

/** The scorecard of both functions, what is true of the reader's own, and what is kept on this device. */
export function Card({ settings, result, live, set }: ViewProps<typeof controls, Design>) {
  const { mine, others } = result;
  const shown = useRef('');
  shown.current = others.label;
  useEffect(() => {
    // A function that was kept may get another name while it stands here.
    const follow = () => isRenamed(settings.with, shown.current) && set({});
    return live ? registry.subscribe(follow) : undefined;
  }, [settings.with]);
  const stale = settings.formula !== result.formula || settings.with !== result.other;
  return (
    <div class={stale ? 'report stale' : 'report'}>
      <section class="score" aria-label="Scorecard">
        <div class="scroll">
          <table class="tbl">
            <thead>
              <tr>
                <th scope="col">What you wish for</th>
                <th scope="col">
                  <Named it={mine} />
                </th>
                <th scope="col">
                  <Named it={others} />
                </th>
              </tr>
            </thead>
            <tbody>
              {grades.map((grade) => (
                <Fragment key={grade.wish}>
                  <tr>
                    <th scope="row">
                      {grade.wish}
                      <small>{grade.by}</small>
                    </th>
                    <Bar grade={grade} it={mine} />
                    <Bar grade={grade} it={others} />
                  </tr>
                  {grade.wish === gradientWish && <FactsRow mine={mine} others={others} />}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <dl class="verdicts" aria-label={`What is true of ${mine.label}`}>
        {verdicts(mine, mine.he).map(({ head, witness }) => (
          <div key={head}>
            <dt>
              <Raised text={head} />
            </dt>
            <dd>
              <Raised text={witness} />
            </dd>
          </div>
        ))}
      </dl>
      {live && <RealTest design={result} />}
      {live && <Shelf settings={settings} set={set} />}
    </div>
  );
}

const isRenamed = (id: string, label: string): boolean =>
  registry.readers().some((own) => own.id === id && own.label !== label);

const Named = ({ it }: { it: Examined }) => (
  <span class="fnname" style={`color:var(--fn-${it.family}-text)`}>
    {it.label}
  </span>
);

function Bar({ grade, it }: { grade: Grade; it: Examined }) {
  const { text, share, beside } = grade.of(it);
  return (
    <td>
      <b>
        <Raised text={text} />
      </b>
      {share !== null && (
        <span class={it.family === 'yours' ? 'bar-box own' : 'bar-box'} aria-hidden="true">
          {share > 0 && <i style={`width:${(100 * share).toFixed(1)}%;--hue:var(--fn-${it.family})`} />}
        </span>
      )}
      <small>
        <Raised text={beside} />
      </small>
    </td>
  );
}
