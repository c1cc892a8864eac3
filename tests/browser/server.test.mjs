// Whom the server of `scf live` answers.

import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { test } from 'node:test';
import { SMALL } from './plans.mjs';
import { live, written } from './scf.mjs';

/** Sends these lines as they are, and gives the answer's status and text. */
function asked(port, lines) {
  return new Promise((answer, fail) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    let text = '';
    socket.on('data', (data) => (text += data));
    socket.on('end', () => answer({ status: Number(text.split(' ')[1]), text }));
    socket.on('error', fail);
  });
}

async function begun(t) {
  const { address } = await live(t, written(t, SMALL));
  const { port, pathname, host } = new URL(address);
  const get = (path, ...headers) => asked(port, [`GET ${path} HTTP/1.1`, ...headers, 'Connection: close']);
  return { port, path: pathname, host, get, address };
}

test('only a request that names this computer and the whole address is answered', async (t) => {
  const { path, host, port, get } = await begun(t);
  const status = async (...request) => (await get(...request)).status;
  for (const ours of [host, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
    assert.equal(await status(path, `Host: ${ours}`), 200, ours);
  }
  for (const theirs of ['evil.example', `evil.example:${port}`, '127.0.0.1', '127.0.0.1:1', `127.0.0.1.evil.example:${port}`, `${host}@evil.example`, '', '0.0.0.0']) {
    const answer = await get(path, `Host: ${theirs}`);
    assert.ok([400, 403].includes(answer.status), `${theirs}: ${answer.status}`);
    assert.ok(!answer.text.includes('ferry'), theirs);
  }
  assert.ok([400, 403].includes(await status(path)), 'no Host');
  assert.equal(await status(path, `Host: ${host}`, 'Host: evil.example'), 403);
  assert.equal(await status(`http://evil.example${path}`, `Host: ${host}`), 403);
  for (const wrong of ['/', '/news.json', `/${'a'.repeat(16)}/`, path.toUpperCase(), path.slice(0, -2), `/../${path}`, `//${path}`, `${path}nothing`, `${path}../`]) {
    const answer = await get(wrong, `Host: ${host}`);
    assert.equal(answer.status, 404, wrong);
    assert.ok(!answer.text.includes('ferry'), wrong);
  }
  assert.equal(await status(path.slice(0, -1), `Host: ${host}`), 308);
});

test('pages of other places are refused', async (t) => {
  const { path, host, get } = await begun(t);
  const status = async (...headers) => (await get(`${path}news.json`, `Host: ${host}`, ...headers)).status;
  assert.equal(await status(`Origin: http://${host}`), 200);
  for (const origin of ['http://evil.example', `https://${host}`, 'null', 'http://127.0.0.1:1']) {
    assert.equal(await status(`Origin: ${origin}`), 403, origin);
  }
  assert.equal(await status('Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors'), 403);
  assert.equal(await status('Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: cors'), 403);
  assert.equal(await status('Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: cors'), 200);
  assert.equal(await status('Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate'), 200);
});

test('nothing can be done but to look', async (t) => {
  const { path, host, port } = await begun(t);
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'FOO']) {
    const answer = await asked(port, [`${method} ${path} HTTP/1.1`, `Host: ${host}`, 'Content-Length: 0', 'Connection: close']);
    assert.equal(answer.status, 405, method);
    assert.match(answer.text, /allow: GET, HEAD/i);
  }
  const head = await asked(port, [`HEAD ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close']);
  assert.equal(head.status, 200);
  assert.ok(!head.text.includes('ferry'));
});

test('every answer says what a browser may do with it', async (t) => {
  const { path, host, get } = await begun(t);
  for (const what of ['', 'present', 'present.js', 'present.css', 'present.json', 'news.json', 'without/ash', 'nothing']) {
    const { text } = await get(path + what, `Host: ${host}`);
    for (const header of [
      /^x-content-type-options: nosniff\r$/im,
      /^referrer-policy: no-referrer\r$/im,
      /^cache-control: no-store\r$/im,
      /^cross-origin-resource-policy: same-origin\r$/im,
      /^cross-origin-opener-policy: same-origin\r$/im,
      /^content-security-policy: .*frame-ancestors 'none'/im,
    ]) {
      assert.match(text, header, what);
    }
    assert.doesNotMatch(text, /access-control-allow/i);
  }
  const { text } = await get(path, `Host: ${host}`);
  assert.match(text, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'[^"]*connect-src 'self'/);
});

test('the port is on this computer alone, and another where it is taken', async (t) => {
  const { port, address } = await begun(t);
  const others = Object.values(networkInterfaces()).flat().filter((one) => !one.internal && one.family === 'IPv4');
  for (const { address: other } of others) {
    await assert.rejects(new Promise((answer, fail) => {
      connect(Number(port), other, () => answer('connected')).on('error', fail);
    }), other);
  }
  const second = await live(t, written(t, SMALL), '--port', port);
  assert.match(second.told.err, new RegExp(`Another program has port ${port}`));
  assert.notEqual(new URL(second.address).port, port);
  assert.notEqual(new URL(second.address).pathname, new URL(address).pathname);
});
