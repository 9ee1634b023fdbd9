// A mail server for tests: as much of RFC 5321 as a client needs to deliver an email.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** An email as it was received: the addresses of its envelope, and the text with its headers. */
export interface Received {
  from: string;
  to: string[];
  data: string;
}

/** Listens on `port`, or on a free one. */
export async function smtpServer(port = 0) {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    talk(socket, smtp);
  });
  const smtp = {
    /** Every accepted email, in order. */
    received,
    /** The refusal of a recipient; undefined: accepted. */
    refusing: (_recipient: string): string | undefined => undefined,
    /** Whether the connection breaks after an email was accepted, before the response. */
    breaking: () => false,
    url: '',
    port: 0,
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  smtp.port = (server.address() as AddressInfo).port;
  smtp.url = `smtp://127.0.0.1:${smtp.port}`;
  return smtp;
}

export type SmtpServer = Awaited<ReturnType<typeof smtpServer>>;

function talk(socket: Socket, smtp: SmtpServer) {
  let input = '';
  let email: Received = { from: '', to: [], data: '' };
  let isData = false;
  const say = (line: string) => void socket.write(`${line}\r\n`);

  function obey(line: string) {
    const [, verb = '', address = ''] = /^(\w+)(?:.*<(.*)>)?/.exec(line) ?? [];
    switch (verb.toUpperCase()) {
      case 'EHLO':
      case 'HELO':
        return say('250 test.example');
      case 'MAIL':
        email = { from: address, to: [], data: '' };
        return say('250 OK');
      case 'RCPT': {
        const refusal = smtp.refusing(address);
        if (refusal === undefined) email.to.push(address);
        return say(refusal ?? '250 OK');
      }
      case 'DATA':
        isData = true;
        return say('354 End with <CRLF>.<CRLF>');
      case 'QUIT':
        return void socket.end('221 Bye\r\n');
      default:
        return say('502 Unknown');
    }
  }

  function take(data: string) {
    isData = false;
    // A line that begins with a dot was sent with one more (4.5.2).
    smtp.received.push({ ...email, data: data.replace(/^\.\./gm, '.') });
    if (smtp.breaking()) socket.destroy();
    else say('250 Taken');
  }

  say('220 test.example');
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    input += text;
    for (;;) {
      const end = input.indexOf(isData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const part = input.slice(0, end);
      input = input.slice(end + (isData ? 5 : 2));
      if (isData) take(part);
      else obey(part);
    }
  });
}
