import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { createClient } from 'redis';
import { readOrder } from './order.js';

const queue = createClient({ url: process.env.REDIS_URL });
queue.on('error', (error) => console.error(error.message));
await queue.connect();

const server = createServer(async (request, response) => {
  const answer = (status, line) => response.writeHead(status).end(`${line}\n`);
  if (request.url === '/health') return answer(queue.isReady ? 200 : 503, queue.isReady ? 'ok' : 'no queue');
  if (request.method !== 'POST' || request.url !== '/orders') return answer(404, 'there is nothing here');
  const order = readOrder(await text(request));
  if (order === undefined) return answer(400, 'this is no order');
  await queue.rPush('orders', JSON.stringify(order));
  return answer(202, `order ${order.id} is taken`);
});
server.listen(8080);
process.on('SIGTERM', () => server.close(() => queue.close()));
