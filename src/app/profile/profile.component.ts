import { Component, computed, effect, inject, signal } from '@angular/core';
import { personName, visibleText } from '../auth/accounts/person-name';
import { Session } from '../auth/session/session';
import { GraphClient } from '../graph/graph-client';
import { AvatarComponent } from '../ui/avatar/avatar.component';
import { CallProblemComponent } from '../ui/problem/call-problem.component';
import { ProfilePhoto } from '../ui/avatar/profile-photo';
import { CopyButtonComponent } from './copy-button.component';
import { CorrectionComponent } from './correction.component';
import { OrganizationComponent } from './organization.component';
import { profileFacts } from './profile-facts';

const SLOW_MS = 4_000;

/** The profile of the person signed in, as Microsoft Graph has it. Guarded: see `app.routes.ts`. */
@Component({
  selector: 'app-profile',
  imports: [
    AvatarComponent,
    CallProblemComponent,
    CopyButtonComponent,
    CorrectionComponent,
    OrganizationComponent,
  ],
  templateUrl: './profile.component.html',
})
export class ProfileComponent {
  private readonly session = inject(Session);
  private readonly graph = inject(GraphClient);
  /** In the header as well. */
  protected readonly photo = inject(ProfilePhoto).photo;

  private readonly accountId = computed(() => this.session.account()?.id);
  protected readonly me = this.graph.me(this.accountId);
  private readonly person = computed(() => (this.me.hasValue() ? this.me.value() : undefined));
  protected readonly name = computed(() => {
    const person = this.person();
    return personName(person?.displayName, person?.userPrincipalName, person?.mail);
  });
  protected readonly jobTitle = computed(() => visibleText(this.person()?.jobTitle));
  /** Fails when the person has no photo; then their initials are shown. */
  private readonly myPhoto = this.graph.myPhoto(this.accountId);
  protected readonly facts = computed(() => {
    const person = this.person();
    return person ? profileFacts(person) : [];
  });
  /** Whether loading takes so long that the page says so: calls to a busy service are retried. */
  protected readonly isSlow = signal(false);

  constructor() {
    effect(() => {
      this.photo.set(this.myPhoto.hasValue() ? this.myPhoto.value() : undefined);
    });
    effect((onCleanup) => {
      if (!this.me.isLoading()) return;
      const timer = setTimeout(() => {
        this.isSlow.set(true);
      }, SLOW_MS);
      onCleanup(() => {
        clearTimeout(timer);
        this.isSlow.set(false);
      });
    });
  }

  protected retry(): void {
    this.me.reload();
    this.myPhoto.reload();
  }
}
