import { LogLevel } from '@azure/msal-browser';
import { readableLine } from './readable-line';

/** Writes a line of MSAL's log into the console, readable; the many small steps as "verbose". */
export function writeLine(level: LogLevel, line: string): void {
  WRITERS[level](readableLine(line));
}

/* eslint-disable no-console -- MSAL's log has no other place, and no build but development's has this file. */
const WRITERS: Readonly<Record<LogLevel, (line: string) => void>> = {
  [LogLevel.Error]: (line) => {
    console.error(line);
  },
  [LogLevel.Warning]: (line) => {
    console.warn(line);
  },
  [LogLevel.Info]: (line) => {
    console.info(line);
  },
  [LogLevel.Verbose]: (line) => {
    console.debug(line);
  },
  [LogLevel.Trace]: (line) => {
    console.debug(line);
  },
};
