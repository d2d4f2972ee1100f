import { useEffect, useState } from 'preact/hooks';
import { registry } from '../activations/index.ts';
import { Computing } from './Computing.tsx';
import { Controls } from './controls/Controls.tsx';
import { DataTable } from './DataTable.tsx';
import { Panels } from './Panels.tsx';
import { spokenPowers } from './powers.ts';
import { Raised } from './Raised.tsx';
import { seedText } from './seedText.ts';
import { defaults, type Settings } from './settings.ts';
import { useSteadyHead } from './steadyHead.ts';
import { figureStrings } from './strings.ts';
import { Tools } from './Tools.tsx';
import { type Start, useWidget } from './useWidget.ts';
import type { Controls as ControlSet } from './widget.ts';

export interface FigureProps extends Start {
  readonly id: string;
  /** `1.2`, or undefined for a figure outside the count (the landing page). */
  readonly number?: string | undefined;
  /** The author's starting point; Reset returns here. */
  readonly start: Settings<ControlSet>;
  readonly notices: readonly string[];
  /** HTML made by the build; empty in the page, where it already stands. */
  readonly baked: string;
  readonly caption: string;
  readonly live: boolean;
  readonly language: string;
}

/** A figure: head, panels, controls, read-out, caption, tools and data. Rendered by the build, woken in the page. */
export function FigureView(props: FigureProps) {
  const { widget, id, number, start, live } = props;
  const strings = figureStrings(props.language);
  const { settings, result, failure, awaited, moves, set, show } = useWidget(props);
  const reading = widget.read(result);
  const box: { current: HTMLElement | null } = useState({ current: null as HTMLElement | null })[0];
  const head = useSteadyHead(live);
  const view = { settings, result, live, set, show };
  const { View, Under } = widget;
  const extra = View && <View {...view} />;
  const changed = Object.keys(start).some((name) => settings[name] !== start[name]);
  useEffect(() => (live && widget.showsOwn ? registry.subscribe(() => set({})) : undefined), []);
  const title = number ? `${strings.figure} ${number}. ${reading.title}` : reading.title;
  const draw = { widget, id, result, moves, moved: settings !== start, html: props.baked, live, view };
  const exported = async (kind: 'svg' | 'png') => {
    const { exportPng, exportSvg, save } = await import('./export.ts');
    if (kind === 'svg') save(`${id}.svg`, 'image/svg+xml', await exportSvg(box.current!, title));
    else save(`${id}.png`, 'image/png', await exportPng(box.current!, title));
  };
  return (
    <>
      <div class="fig-head" id={`${id}-head`} ref={head}>
        {number && <span class="fno">{`${strings.figure} ${number}`}</span>}
        <span class="ftitle">
          <Raised text={reading.title} />
        </span>
      </div>
      <div class="fig-body">
        {widget.viewFirst && extra}
        <Panels {...draw} box={box} />
        {!widget.viewFirst && extra}
        <Controls
          id={id}
          controls={widget.controls}
          values={settings}
          strings={strings}
          change={(name, value) => set({ [name]: value })}
        />
        <p class="fig-finding">
          <Raised text={reading.finding ?? ''} />
        </p>
        <Announcer text={moves > 0 ? spokenPowers(reading.finding ?? reading.title) : ''} />
        {widget.computing && (
          <Computing
            text={awaited === 'nothing' ? '' : widget.computing(settings, awaited === 'rest' ? result : null)}
            stale={awaited === 'all'}
            result={result}
          />
        )}
        {Under && <Under {...view} />}
        <Notices notices={failure ? [`${strings.failed}: ${failure}`] : props.notices} />
      </div>
      <div class="fig-note">
        <div class="caption" dangerouslySetInnerHTML={{ __html: props.caption }} />
        <p class="fig-seed">{seedText(widget.controls, settings)}</p>
        <div class="fig-tools">
          <Tools
            strings={strings}
            changed={changed}
            link={async () => {
              const { shareLink } = await import('./shareLink.ts');
              return `${location.origin}${location.pathname}${await shareLink(id, widget, settings, start)}`;
            }}
            svg={() => exported('svg')}
            png={() => exported('png')}
            reset={() => set({ ...defaults(widget.controls), ...start })}
          />
          <DataTable
            id={id}
            table={() => widget.table(result)}
            strings={strings}
            save={async (...file) => (await import('./export.ts')).save(...file)}
          />
        </div>
      </div>
    </>
  );
}

function Notices({ notices }: { notices: readonly string[] }) {
  return (
    <div class="fig-notices" role="status">
      {notices.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

/** Reads the finding to screen readers once the reader's hand rests, not at every step of a drag. */
function Announcer({ text }: { text: string }) {
  const [said, say] = useState('');
  useEffect(() => {
    const wait = setTimeout(() => say(text), 600);
    return () => clearTimeout(wait);
  }, [text]);
  return (
    <p class="sr" aria-live="polite">
      {said}
    </p>
  );
}
