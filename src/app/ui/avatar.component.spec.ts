import { TestBed } from '@angular/core/testing';
import { AvatarComponent } from './avatar.component';

describe('AvatarComponent', () => {
  async function show(name: string, photo?: Blob) {
    const fixture = TestBed.createComponent(AvatarComponent);
    fixture.componentRef.setInput('name', name);
    fixture.componentRef.setInput('photo', photo);
    await fixture.whenStable();
    return fixture;
  }
  const text = (element: unknown) => (element as HTMLElement).textContent.trim();

  const initials = {
    'Adele Vance': 'AV',
    'Mary Ann Lee': 'ML',
    山田太郎: '山',
    'émile zola': 'ÉZ',
    '': '',
  };
  for (const [name, expected] of Object.entries(initials)) {
    it(`shows "${expected}" for "${name}"`, async () => {
      expect(text((await show(name)).nativeElement)).toBe(expected);
    });
  }

  it('frees the photo when it is no longer shown', async () => {
    const revoke = spyOn(URL, 'revokeObjectURL').and.callThrough();
    const fixture = await show('Adele Vance', new Blob(['x']));
    fixture.destroy();

    expect(revoke).toHaveBeenCalledTimes(1);
  });
});
