// The peer of the upload bench: the reference tus server of Node, with its file store. It answers to anybody and checks
// nothing, so it does less than the service.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [port, folder, modules] = process.argv.slice(2);
const require = createRequire(join(modules, 'package.json'));
const { Server } = await import(require.resolve('@tus/server'));
const { FileStore } = await import(require.resolve('@tus/file-store'));

const server = new Server({ path: '/files', datastore: new FileStore({ directory: folder }) });
createServer((request, response) => server.handle(request, response)).listen(Number(port), '127.0.0.1', () => {
  console.log('listening');
});
