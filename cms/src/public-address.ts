import { StartRefused } from './start-refused';

/** Whether browsers reach the application by https: cookies are secure then, and HSTS is sent. */
export function isPublicHttps(): boolean {
  return (process.env.ANJU_PUBLIC_URL ?? '').startsWith('https:');
}

/** How many proxies stand before the application and write X-Forwarded-For (`ANJU_TRUST_PROXY`); 0 trusts none. */
export function trustedProxies(): number {
  return Number(process.env.ANJU_TRUST_PROXY || 0);
}

/** Refuses settings under which nobody could sign in. */
export function checkPublicAddress(): void {
  const { ANJU_PUBLIC_URL: address, ANJU_TRUST_PROXY: proxies } = process.env;
  if (address && !/^https?:$/.test(urlOf(address)?.protocol ?? '')) {
    throw new StartRefused(`ANJU_PUBLIC_URL=${address} 不是网址，应形如 https://anju.example.gov.cn`);
  }
  if (proxies && !/^[0-9]$/.test(proxies)) {
    throw new StartRefused(`ANJU_TRUST_PROXY=${proxies} 应为程序前面代理的层数，通常为 1`);
  }
  if (isPublicHttps() && trustedProxies() === 0) {
    throw new StartRefused('ANJU_PUBLIC_URL 为 https 时，程序前面须有转发 https 的代理，并设 ANJU_TRUST_PROXY=1');
  }
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
