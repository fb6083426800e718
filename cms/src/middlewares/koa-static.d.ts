declare module 'koa-static' {
  interface Options {
    readonly maxage?: number;
    readonly index?: string;
    readonly setHeaders?: (response: { setHeader(name: string, value: string): void }, path: string) => void;
  }
  export default function serve(
    root: string,
    options?: Options,
  ): (ctx: object, next: () => Promise<void>) => Promise<void>;
}
