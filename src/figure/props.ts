import { z } from 'astro/zod';
import { type Controls, checkSetting, SettingError } from './settings.ts';

/** The attributes of a figure tag: `id` for links, `set` for starting values; `number` is filled in by the build. */
export function figureProps(controls: Controls) {
  return z.strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case words joined by hyphens, such as neuron-bench')
      .optional(),
    number: z.string().optional(),
    set: z
      .record(z.string(), z.unknown())
      .superRefine((settings, context) => {
        for (const [name, value] of Object.entries(settings)) {
          const message = problem(controls, name, value);
          if (message) context.addIssue({ code: 'custom', path: [name], message });
        }
      })
      .optional(),
  });
}

function problem(controls: Controls, name: string, value: unknown): string | null {
  const control = Object.hasOwn(controls, name) ? controls[name] : undefined;
  if (!control) return `no such setting; expected one of ${Object.keys(controls).join(', ')}`;
  try {
    checkSetting(control, value);
    return null;
  } catch (error) {
    if (error instanceof SettingError) return error.message;
    throw error;
  }
}
