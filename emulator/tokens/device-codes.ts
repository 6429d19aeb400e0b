import type { Authorization } from './authorization.ts';
import type { AuthorizeRequest } from './authorize-request.ts';
import { opaque } from './random.ts';
import type { Random } from './random.ts';

/** What a device waits for (RFC 8628), until somebody approves or declines it elsewhere. */
export interface DeviceCode {
  readonly code: string;
  /** What the person types. */
  readonly userCode: string;
  readonly request: DeviceRequest;
  /** Milliseconds. */
  readonly expiresAt: number;
  state: 'pending' | 'declined' | Authorization;
}

export type DeviceRequest = Pick<AuthorizeRequest, 'audience' | 'client' | 'scopes' | 'claims'>;

/** Fifteen minutes. */
export const DEVICE_CODE_SECONDS = 900;
const MAX_WAITING = 5_000;
/** Without letters and digits that look like one another. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const USER_CODE_LENGTH = 9;

export class DeviceCodes {
  private readonly waiting = new Map<string, DeviceCode>();
  private readonly clock: () => number;
  private readonly random: Random;

  constructor(clock: () => number, random: Random) {
    this.clock = clock;
    this.random = random;
  }

  issue(request: DeviceRequest): DeviceCode {
    const [oldest] = this.waiting.keys();
    if (oldest !== undefined && this.waiting.size >= MAX_WAITING) {
      this.waiting.delete(oldest);
    }
    const device: DeviceCode = {
      code: opaque(this.random, 48),
      userCode: [...this.random(USER_CODE_LENGTH)]
        .map((byte) => LETTERS.charAt(byte % LETTERS.length))
        .join(''),
      request,
      expiresAt: this.clock() + DEVICE_CODE_SECONDS * 1000,
      state: 'pending',
    };
    this.waiting.set(device.code, device);
    return device;
  }

  /** Expired or not: that is the caller's to judge. */
  find(code: string): DeviceCode | undefined {
    return this.waiting.get(code);
  }

  /** One that still waits for somebody. */
  findByUserCode(typed: string): DeviceCode | undefined {
    const userCode = typed.replace(/[\s-]/g, '').toUpperCase();
    return [...this.waiting.values()].find(
      (device) =>
        device.userCode === userCode &&
        device.state === 'pending' &&
        this.clock() < device.expiresAt,
    );
  }

  /** Its tokens were issued. */
  end(code: string): void {
    this.waiting.delete(code);
  }

  clear(): void {
    this.waiting.clear();
  }
}
