/** The part of `@observablehq/runtime` that the kernel uses; the package ships no types. */
declare module '@observablehq/runtime' {
  export interface Observer {
    pending?(): void;
    fulfilled?(value: unknown): void;
    rejected?(error: unknown): void;
  }

  export interface Variable {
    define(
      name: string | null,
      inputs: readonly string[],
      definition: (...values: never[]) => unknown,
    ): Variable;
    delete(): Variable;
  }

  export interface Module {
    variable(observer?: Observer): Variable;
  }

  export class Runtime {
    constructor(builtins?: Record<string, unknown>, global?: (name: string) => unknown);
    module(): Module;
    dispose(): void;
    /** Waits for the next moment to compute; replaceable. */
    _computeSoon: () => Promise<void>;
    _computeNow(): Promise<void>;
    readonly _disposed: boolean;
  }

  export class RuntimeError extends Error {
    /** The name of the input that failed, if one did. */
    readonly input?: string;
  }
}
