// Uploads files by tus, the same way to the service and to the peer, and tells how long it took and how much memory the
// server had.
//
// node client.mjs <service|peer> <address> <pid> <files> <bytes> <parallel>
//
// Prints one line of JSON: { mibPerSecond, seconds, peakMib, restMib }.
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

const [target, address, pid, files, bytes, parallel] = process.argv.slice(2);
const CHUNK = 8 * 1024 * 1024;
const PERSONA = 'enterprise-legal';
const agent = new Agent({ keepAlive: true, maxSockets: Number(parallel) });
const content = pdf(Number(bytes));
const digest = createHash('sha256').update(content).digest('hex');

/// A PDF with one stream of noise: what a scan looks like to whoever checks it.
function pdf(size) {
  const head = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n'
    + '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n');
  const tail = Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n');
  const open = (length) => Buffer.from(`4 0 obj<</Length ${length}>>stream\n`);
  let noise = size - head.length - tail.length;
  noise -= open(noise).length;
  return Buffer.concat([head, open(noise), randomBytes(noise), tail], size);
}

function send(method, url, headers, body) {
  return new Promise((done, failed) => {
    const sent = request(url, { method, headers, agent }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts).toString() }));
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

async function graphql(token, query, variables) {
  const answer = await send('POST', `${address}/graphql`,
    { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, JSON.stringify({ query, variables }));
  const told = JSON.parse(answer.body);
  if (told.errors) throw new Error(JSON.stringify(told.errors));
  return told.data;
}

/// Tickets of the service: ten files in a slot of a draft, as many drafts as it takes.
async function tickets(token, count) {
  const found = await graphql(token, 'query($t: String!) { serviceItem(taskCode: $t) { taskCode materials { id mediaTypes } } }',
    { t: process.env.BENCH_TASK_CODE });
  const material = found.serviceItem.materials.find((one) => one.id === process.env.BENCH_MATERIAL);
  const urls = [];
  for (let file = 0, draft; file < count; file++) {
    if (file % 10 === 0) {
      const saved = await graphql(token, 'mutation($i: CaseDraftSaveInput!) { caseDraftSave(input: $i) { serviceCase { id } userErrors { message } } }',
        { i: { idempotencyKey: key(), taskCode: found.serviceItem.taskCode } });
      draft = saved.caseDraftSave.serviceCase.id;
    }
    const created = await graphql(token, 'mutation($i: DocumentUploadCreateInput!) { documentUploadCreate(input: $i) { upload { url } userErrors { message } } }',
      { i: { idempotencyKey: key(), caseId: draft, materialId: material.id, fileName: `${key()}.pdf`, mediaType: 'application/pdf',
        size: content.length, sha256: digest } });
    if (!created.documentUploadCreate.upload) throw new Error(JSON.stringify(created.documentUploadCreate.userErrors));
    urls.push(new URL(created.documentUploadCreate.upload.url, address).href);
  }
  return urls;
}

async function creations(count) {
  const urls = [];
  for (let file = 0; file < count; file++) {
    const answer = await send('POST', `${address}/files`, { 'tus-resumable': '1.0.0', 'upload-length': String(content.length) });
    urls.push(new URL(answer.headers.location, address).href);
  }
  return urls;
}

async function upload(url, token) {
  for (let offset = 0; offset < content.length;) {
    const part = content.subarray(offset, offset + CHUNK);
    const answer = await send('PATCH', url, {
      'tus-resumable': '1.0.0', 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream',
      'content-length': part.length, ...(token && { authorization: `Bearer ${token}` }) }, part);
    if (answer.status !== 204) throw new Error(`PATCH at ${offset}: ${answer.status} ${answer.body}`);
    offset = Number(answer.headers['upload-offset']);
  }
}

function key() {
  return randomBytes(12).toString('hex');
}

/// Resident memory of the server, in MiB.
function resident() {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) / 1024;
}

async function login() {
  const answer = await send('POST', `${process.env.BENCH_ISSUER}/token`, { 'content-type': 'application/x-www-form-urlencoded' },
    `grant_type=password&client_id=mobile-app&username=${PERSONA}&password=guizhou`);
  return JSON.parse(answer.body).access_token;
}

const token = target === 'service' ? await login() : undefined;
const urls = target === 'service' ? await tickets(token, Number(files)) : await creations(Number(files));
const restMib = resident();
let peakMib = restMib;
const watch = setInterval(() => { peakMib = Math.max(peakMib, resident()); }, 100);
const started = process.hrtime.bigint();
const open = [...urls];
await Promise.all(Array.from({ length: Number(parallel) }, async () => {
  for (let url = open.pop(); url; url = open.pop()) await upload(url, token);
}));
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
clearInterval(watch);
const mib = (urls.length * content.length) / 1024 / 1024;
const rounded = (value) => Math.round(value * 10) / 10;
console.log(JSON.stringify({ mibPerSecond: rounded(mib / seconds), seconds: rounded(seconds), peakMib: rounded(peakMib), restMib: rounded(restMib) }));
agent.destroy();
