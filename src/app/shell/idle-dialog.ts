import { InjectionToken, type Type } from '@angular/core';

/** The dialog that warns of the idle timeout; provided, and its code loaded, only when the settings have one. */
export const IDLE_DIALOG = new InjectionToken<Type<unknown>>('IDLE_DIALOG');
