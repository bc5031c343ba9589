// Reads rendered manifests and prints them as JSON, with what their types have to say against them:
//   node check.mjs one.yaml other.yaml  ->  { "one.yaml": { "manifests": [...], "complaints": [...], "untyped": [...] } }
// The types of Kubernetes and of the operators come from packages, which are made of their API descriptions. TypeScript
// finds what is unknown, missing or of the wrong kind; the validators of the same packages look at the values.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { parseAllDocuments } from 'yaml';

const OWN = {
  'gateway.networking.k8s.io': '@kubernetes-models/gateway-api/',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator/',
  'postgresql.cnpg.io': '@kubernetes-models/cloudnative-pg/',
  'external-secrets.io': '@kubernetes-models/external-secrets/',
};
const BUILT_IN = ['apps', 'autoscaling', 'batch', 'policy', 'networking.k8s.io', 'rbac.authorization.k8s.io'];

function module({ apiVersion, kind }) {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  if (group === '') return `kubernetes-models/${version}/${kind}`;
  if (BUILT_IN.includes(group)) return `kubernetes-models/${group}/${version}/${kind}`;
  return OWN[group] && `${OWN[group]}${group}/${version}/${kind}`;
}

const label = ({ kind, metadata }) => `${kind}/${metadata?.name}`;

function typed(file, manifests) {
  const source = path.resolve(`${path.basename(file, '.yaml')}.check.ts`);
  const lines = manifests.map((manifest, index) =>
    `import type { I${manifest.kind} as T${index} } from '${module(manifest)}';\n` +
    `export const m${index}: T${index} = ${JSON.stringify(manifest)};`);
  writeFileSync(source, lines.join('\n'));
  const program = ts.createProgram([source], {
    strict: true, noEmit: true, skipLibCheck: true, types: [],
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
  });
  return ts.getPreEmitDiagnostics(program).map(({ file: where, start, messageText }) => {
    const line = where ? where.getLineAndCharacterOfPosition(start).line : 0;
    return `${label(manifests[Math.floor(line / 2)])}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

async function valued(manifests) {
  const complaints = [];
  for (const manifest of manifests) {
    try {
      const models = await import(module(manifest));
      new models[manifest.kind](structuredClone(manifest)).validate();
    } catch (wrong) {
      complaints.push(`${label(manifest)}: ${wrong.message}`);
    }
  }
  return complaints;
}

const answer = {};
for (const file of process.argv.slice(2)) {
  const documents = parseAllDocuments(readFileSync(file, 'utf8'), { uniqueKeys: true });
  const syntax = documents.flatMap(({ errors }) => errors.map(({ message }) => message));
  const manifests = documents.map((document) => document.toJS()).filter(Boolean);
  const known = manifests.filter(module);
  answer[path.basename(file)] = {
    manifests,
    complaints: [...syntax, ...typed(file, known), ...(await valued(known))],
    untyped: manifests.filter((manifest) => !module(manifest)).map(label),
  };
}
console.log(JSON.stringify(answer));
