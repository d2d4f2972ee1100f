const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** One session of the W3C WebDriver protocol, as far as the journey needs it. */
export class WebDriverSession {
  readonly browser: string;
  private readonly url: string;

  private constructor(url: string, browser: string) {
    this.url = url;
    this.browser = browser;
  }

  /** Opens a session at a driver's address. */
  static async open(driver: string, capabilities: object): Promise<WebDriverSession> {
    const value = await call<{ sessionId: string; capabilities: Record<string, unknown> }>(
      `${driver}/session`,
      'POST',
      { capabilities: { alwaysMatch: capabilities } },
    );
    const { browserName, browserVersion } = value.capabilities;
    return new WebDriverSession(`${driver}/session/${value.sessionId}`, `${browserName} ${browserVersion}`);
  }

  async goTo(url: string): Promise<void> {
    await call(`${this.url}/url`, 'POST', { url });
  }

  /** The value of an expression in the page; a promise is waited for. */
  async evaluate<T>(expression: string): Promise<T> {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = await call<{ value?: T; error?: string }>(`${this.url}/execute/async`, 'POST', {
      script,
      args: [],
    });
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value as T;
  }

  async click(selector: string): Promise<void> {
    const found = await call<Record<string, string>>(`${this.url}/element`, 'POST', {
      using: 'css selector',
      value: selector,
    });
    await call(`${this.url}/element/${found[elementKey]}/click`, 'POST', {});
  }

  async close(): Promise<void> {
    await call(this.url, 'DELETE');
  }
}

async function call<T>(url: string, method: string, body?: object): Promise<T> {
  const response = await fetch(url, {
    method,
    ...(body && { body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(60_000),
  });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
