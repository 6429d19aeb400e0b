import { Component, computed, effect, input, signal } from '@angular/core';
import { initials } from './initials';

/** Graph takes no photo that is larger; one that is comes from somewhere else. */
const MAX_PHOTO_BYTES = 4 * 1024 * 1024;

/**
 * A person's photo, or their initials while there is none or what came is no picture. Decorative: the name stands
 * beside it.
 * @see https://learn.microsoft.com/graph/api/profilephoto-update
 */
@Component({
  selector: 'app-avatar',
  host: { 'aria-hidden': 'true' },
  template: `
    @if (url(); as source) {
      <img [src]="source" alt="" width="120" height="120" />
    } @else {
      <span>{{ initials() }}</span>
    }
  `,
})
export class AvatarComponent {
  /** Display name, in any script. */
  readonly name = input.required<string>();
  readonly photo = input<Blob | undefined>();

  private readonly _url = signal<string | undefined>(undefined);
  protected readonly url = this._url.asReadonly();
  protected readonly initials = computed(() => initials(this.name()));

  constructor() {
    effect((onCleanup) => {
      const photo = this.photo();
      this._url.set(undefined);
      if (!photo || photo.size === 0 || photo.size > MAX_PHOTO_BYTES) return;
      const url = URL.createObjectURL(photo);
      let isCurrent = true;
      onCleanup(() => {
        isCurrent = false;
        URL.revokeObjectURL(url);
      });
      // Decoded first, so that no broken picture is ever seen.
      const image = Object.assign(new Image(), { src: url });
      image.decode().then(
        () => {
          if (isCurrent) this._url.set(url);
        },
        () => undefined,
      );
    });
  }
}
