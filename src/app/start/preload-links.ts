import { basePath } from './base-path';

/** File names by chunk: `sign-in`, `app`, or a page's folder in src/app. */
type Chunks = Readonly<Record<string, readonly string[]>>;

/**
 * Preloads chunks in parallel before they are imported. tools/finish-build.ts writes their names into
 * `<meta name="chunks">`; `ng serve` writes none, and then nothing is preloaded.
 */
export class PreloadLinks {
  private readonly chunks: ReadonlyMap<string, readonly string[]>;

  constructor(private readonly document: Document) {
    const meta = document.querySelector<HTMLMetaElement>('meta[name=chunks]');
    const chunks = meta ? (JSON.parse(meta.content) as Chunks) : {};
    // A Map, because a path may be the name of an object's property: `/toString`.
    this.chunks = new Map(Object.entries(chunks));
  }

  preload(...names: string[]): void {
    this.add('modulepreload', names);
  }

  /** Prefetches what a later page load may need, at low priority. */
  prefetch(...names: string[]): void {
    this.add('prefetch', names);
  }

  /** Preloads the chunk of a path in this app: folder `mail` for `/mail/42?x=1`. */
  preloadPage(path: string): void {
    const [page = ''] = path.slice(1).split(/[/?#;]/);
    this.preload(page);
  }

  /** Preloads the page of any link on pointerover and on focus. */
  preloadOnIntent(): void {
    const preload = ({ target }: Event) => {
      // The event target may be the document, which has no `closest`.
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
