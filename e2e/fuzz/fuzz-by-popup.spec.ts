import { fuzzTests } from './fuzz-tests.ts';

fuzzTests('by popup');
