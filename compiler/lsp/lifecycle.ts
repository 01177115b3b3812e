import {
  ErrorCodes,
  Message,
  type MessageStrategy,
  type MessageWriter,
  type RequestMessage,
} from 'vscode-languageserver/node';

/**
 * Holds a client to the order of the Language Server Protocol 3.18 (`lifeCycleMessages`), which the library leaves to the
 * server: `initialize` comes first and once, and after `shutdown` nothing but `exit`. Requests at another time are answered with
 * the errors that the protocol has for them, and notifications are dropped.
 */
export function lifecycle(writer: MessageWriter): MessageStrategy {
  let state: 'new' | 'open' | 'shut' = 'new';
  const refuse = ({ id }: RequestMessage, code: number, message: string): void => {
    writer.write({ jsonrpc: '2.0', id, error: { code, message } } as Message).catch(() => undefined);
  };
  return {
    handleMessage: (message, next) => {
      if (Message.isNotification(message)) {
        if (state === 'open' || message.method === 'exit') return next(message);
        return undefined;
      }
      if (!Message.isRequest(message)) return next(message);
      const isFirst = message.method === 'initialize';
      if (state === 'new' && !isFirst)
        return refuse(message, ErrorCodes.ServerNotInitialized, 'the client has not sent `initialize` yet');
      if (state === 'open' && isFirst)
        return refuse(message, ErrorCodes.InvalidRequest, 'the client has sent `initialize` before');
      if (state === 'shut')
        return refuse(
          message,
          ErrorCodes.InvalidRequest,
          'the client has sent `shutdown`: `exit` comes next',
        );
      state = message.method === 'shutdown' ? 'shut' : 'open';
      return next(message);
    },
  };
}
