import { basePath } from './base-path';

/** Names of the chunks that belong together: `sign-in`, `app`, or a page, named as its folder in src/app. */
type Chunks = Readonly<Record<string, readonly string[]>>;

/**
 * Fetches chunks before they are imported, in parallel. The build writes their names into `<meta name="chunks">`
 * (tools/finish-build.ts), for every page that has a folder; `ng serve` writes none, and then nothing is fetched.
 */
export class PreloadLinks {
  private readonly chunks: ReadonlyMap<string, readonly string[]>;

  constructor(private readonly document: Document) {
    const meta = document.querySelector<HTMLMetaElement>('meta[name=chunks]');
    const chunks = meta ? (JSON.parse(meta.content) as Chunks) : {};
    // A map, because a path may be named as something every object has: `/toString`.
    this.chunks = new Map(Object.entries(chunks));
  }

  /** Fetches and parses what this page load imports next. */
  preload(...names: string[]): void {
    this.add('modulepreload', names);
  }

  /** Fetches what a later page load may need, at low priority. */
  prefetch(...names: string[]): void {
    this.add('prefetch', names);
  }

  /** Preloads the page at a path in this app: `/mail/42?x=1` needs what lies in the folder `mail`. */
  preloadPage(path: string): void {
    const [page = ''] = path.slice(1).split(/[/?#;]/);
    this.preload(page);
  }

  /** Preloads the page of a link as soon as the pointer or the focus reaches it, wherever the link is. */
  preloadOnIntent(): void {
    const preload = ({ target }: Event) => {
      // The document itself can be the target, which has no `closest`.
      const link = target instanceof Element ? target.closest('a') : null;
      const base = basePath(this.document);
      if (link?.origin === this.document.location.origin && link.pathname.startsWith(base))
        this.preloadPage(`/${link.pathname.slice(base.length)}`);
    };
    for (const intent of ['pointerover', 'focusin'])
      this.document.addEventListener(intent, preload, { passive: true });
  }

  private add(rel: string, names: readonly string[]): void {
    for (const href of names.flatMap((name) => this.chunks.get(name) ?? [])) {
      if (this.document.querySelector(`link[rel=${rel}][href="${href}"]`)) continue;
      const link = this.document.createElement('link');
      this.document.head.append(Object.assign(link, { rel, href }));
    }
  }
}
