import type { RequestListener } from 'node:http';

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="2">
<title>Nonlinear is being built</title>
<p>The book is being built. This page asks again every two seconds.</p>
</html>
`;

/**
 * Answers with `host` once `isBuilt()` holds. Until then every address gets status 503 and a page that asks again:
 * a folder that the builder still writes to has pages without their neighbours, and a stale one has yesterday's.
 */
export function whenBuilt(isBuilt: () => boolean, host: RequestListener): RequestListener {
  return (request, response) => {
    if (isBuilt()) return host(request, response);
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
    response.writeHead(503, { ...headers, 'retry-after': '2' });
    response.end(request.method === 'HEAD' ? undefined : page);
  };
}
