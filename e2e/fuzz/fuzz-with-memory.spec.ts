import { fuzzTests } from './fuzz-tests.ts';

fuzzTests('with memory');
