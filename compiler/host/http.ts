/** A request of HTTP. */
export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How long nothing may arrive, in milliseconds. */
  readonly silence: number;
  /** How long the whole answer may take, in milliseconds. */
  readonly patience: number;
  /** The most bytes of an answer that are read. */
  readonly limit: number;
  readonly signal?: AbortSignal;
}

/**
 * Why there is no answer: nobody is there (`unreachable`), the connection broke (`cut`) or said nothing for too long
 * (`time-out`), the certificate is not trusted, the proxy refused, what came is no HTTP (`malformed`) or has more bytes
 * than are read (`too-large`), or nobody wants it any more (`cancelled`).
 */
export type HttpFailureKind =
  | 'unreachable'
  | 'cut'
  | 'time-out'
  | 'certificate'
  | 'proxy'
  | 'malformed'
  | 'too-large'
  | 'cancelled';

/** A whole answer, or why there is none. Redirects are answers like any other: nothing is followed. */
export type HttpAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** By their names in lower case; of several with one name the first. */
      readonly headers: Readonly<Record<string, string>>;
      /** All values of `Set-Cookie`; none when absent. */
      readonly cookies?: readonly string[];
      readonly body: Uint8Array;
    }
  | { readonly kind: 'failure'; readonly failure: HttpFailureKind; readonly reason: string };

/** Connections to servers, kept open between requests. */
export interface HttpClient {
  readonly send: (request: HttpRequest) => Promise<HttpAnswer>;
  /** Ends all connections, those with a request on the way as well. */
  readonly close: () => Promise<void>;
}

/** How servers are reached. */
export interface HttpClientOptions {
  /** The most connections to one server. */
  readonly connections: number;
  /** Certificates in PEM that are trusted in place of those that come with Node. */
  readonly ca?: string;
  /** Where `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` are looked up, in small letters first. */
  readonly env: Readonly<Record<string, string | undefined>>;
}
