import { loadKernels } from '../network/kernels/index.ts';
import { Course } from './course.ts';
import type { CourseSpec, Snapshot } from './spec.ts';

/** What the page asks. */
export type Order =
  | { readonly kind: 'open'; readonly id: number; readonly spec: CourseSpec }
  /** Trains to step `to` and answers with a snapshot. */
  | { readonly kind: 'advance'; readonly id: number; readonly job: number; readonly to: number }
  | { readonly kind: 'close'; readonly id: number };

/** What comes back for each `advance`. */
export type Answer =
  | { readonly kind: 'snapshot'; readonly job: number; readonly snapshot: Snapshot }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string };

type Job = Extract<Order, { kind: 'advance' }>;

/** Milliseconds of training between two looks at the post. */
const slice = 12;
/** More requests than these do not wait: the figure of the oldest has moved on. */
const mostWaiting = 6;

/**
 * Trains courses a slice at a time, the newest request first, and posts snapshots: in a worker, or where there is none in the
 * page itself.
 */
export class Desk {
  readonly #post: (answer: Answer) => void;
  readonly #specs = new Map<number, CourseSpec>();
  readonly #courses = new Map<number, Course>();
  #jobs: Job[] = [];
  #working = false;

  constructor(post: (answer: Answer) => void) {
    this.#post = post;
  }

  take(order: Order): void {
    switch (order.kind) {
      case 'open':
        this.#specs.set(order.id, order.spec);
        return;
      case 'close':
        this.#specs.delete(order.id);
        this.#courses.delete(order.id);
        this.#jobs = this.#jobs.filter((job) => job.id !== order.id);
        return;
      case 'advance':
        this.#jobs.push(order);
        if (this.#jobs.length > mostWaiting) this.#refuse(this.#jobs[0]!);
        if (!this.#working) void this.#work();
    }
  }

  async #work(): Promise<void> {
    this.#working = true;
    // Plain SIMD rounds alike on every machine, so that a seed gives the same picture everywhere.
    const kernels = await loadKernels('simd').catch(() => loadKernels('arrays'));
    for (let job = this.#jobs.at(-1); job; job = this.#jobs.at(-1)) {
      try {
        const course = this.#courses.get(job.id) ?? new Course(kernels, this.#specs.get(job.id)!);
        this.#courses.set(job.id, course);
        course.advance(job.to, performance.now() + slice, () => performance.now());
        if (course.step >= job.to)
          this.#finish(job, { kind: 'snapshot', job: job.job, snapshot: course.snapshot() });
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        this.#finish(job, { kind: 'failed', job: job.job, message });
      }
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    this.#working = false;
  }

  #refuse(job: Job): void {
    this.#finish(job, { kind: 'failed', job: job.job, message: 'newer requests came first' });
    this.#courses.delete(job.id);
  }

  #finish(job: Job, answer: Answer): void {
    this.#jobs = this.#jobs.filter((other) => other !== job);
    this.#post(answer);
  }
}
