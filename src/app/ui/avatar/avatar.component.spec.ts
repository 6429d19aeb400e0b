import { TestBed } from '@angular/core/testing';
import { AvatarComponent } from './avatar.component';

describe('AvatarComponent', () => {
  let decode: jasmine.Spy<() => Promise<void>>;

  beforeEach(() => {
    decode = spyOn(HTMLImageElement.prototype, 'decode').and.callThrough();
  });

  async function show(name: string, photo?: Blob) {
    const fixture = TestBed.createComponent(AvatarComponent);
    fixture.componentRef.setInput('name', name);
    fixture.componentRef.setInput('photo', photo);
    await fixture.whenStable();
    return fixture;
  }
  const page = (fixture: { nativeElement: unknown }) => fixture.nativeElement as HTMLElement;

  async function picture(type = 'image/png'): Promise<Blob> {
    const canvas = Object.assign(document.createElement('canvas'), { width: 4, height: 4 });
    return new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('The browser made no picture.'));
      }, type);
    });
  }

  /** As `show`, and waits until the browser has tried to decode the photo. */
  async function showDecoded(name: string, photo: Blob) {
    const fixture = await show(name, photo);
    await decode.calls.mostRecent().returnValue.catch(() => undefined);
    await fixture.whenStable();
    return fixture;
  }

  it('shows initials without a photo', async () => {
    expect(page(await show('Adele Vance')).textContent.trim()).toBe('AV');
  });

  it('shows the photo', async () => {
    const fixture = await showDecoded('Adele Vance', await picture());

    expect(page(fixture).querySelector('img')?.naturalWidth).toBe(4);
  });

  it('shows initials for an image that is broken, or no image at all', async () => {
    const half = (await picture('image/jpeg')).slice(0, 20, 'image/jpeg');
    for (const photo of [new Blob(['<h1>Sign in</h1>'], { type: 'text/html' }), half]) {
      const fixture = await showDecoded('Adele Vance', photo);

      expect(page(fixture).textContent.trim()).toBe('AV');
      expect(page(fixture).querySelector('img')).toBeNull();
    }
  });

  it('does not even decode what is empty or larger than Graph takes', async () => {
    for (const photo of [new Blob([]), new Blob([new Uint8Array(5 * 1024 * 1024)])])
      expect(page(await show('Adele Vance', photo)).textContent.trim()).toBe('AV');

    expect(decode).not.toHaveBeenCalled();
  });

  it('frees the photo when it is no longer shown', async () => {
    const revoke = spyOn(URL, 'revokeObjectURL').and.callThrough();
    const fixture = await show('Adele Vance', new Blob(['x']));
    fixture.destroy();

    expect(revoke).toHaveBeenCalledTimes(1);
  });
});
