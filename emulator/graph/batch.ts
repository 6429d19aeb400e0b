import * as v from 'valibot';
import { GraphError } from './graph-error.ts';

/** POST /$batch (Graph, "Combine multiple requests in one HTTP call using JSON batching"). */

const requestSchema = v.object({
  id: v.string(),
  method: v.picklist(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
  url: v.string(),
  headers: v.optional(v.record(v.string(), v.string()), {}),
  body: v.optional(v.unknown()),
  dependsOn: v.optional(v.array(v.string()), []),
});
const batchSchema = v.object({
  requests: v.pipe(v.array(requestSchema), v.minLength(1), v.maxLength(20)),
});

export type BatchRequest = v.InferOutput<typeof requestSchema>;

export interface BatchResponse {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export async function batch(
  body: unknown,
  dispatch: (request: BatchRequest) => Promise<Response>,
): Promise<object> {
  const requests = readBatch(body);
  const responses = new Map<string, BatchResponse>();
  for (const request of requests) {
    const failed = request.dependsOn.some((id) => (responses.get(id)?.status ?? 424) >= 400);
    responses.set(
      request.id,
      failed ? failedDependency(request.id) : await answer(request.id, await dispatch(request)),
    );
  }
  return { responses: [...responses.values()] };
}

function readBatch(body: unknown): BatchRequest[] {
  const parsed = v.safeParse(batchSchema, body);
  if (!parsed.success) {
    throw new GraphError(400, 'BadRequest', 'Invalid batch payload format.');
  }
  const { requests } = parsed.output;
  if (new Set(requests.map(({ id }) => id)).size < requests.length) {
    throw new GraphError(400, 'BadRequest', 'Request Id has to be unique in a batch.');
  }
  return requests;
}

async function answer(id: string, response: Response): Promise<BatchResponse> {
  const type = response.headers.get('content-type') ?? '';
  const headers = {
    ...(type !== '' && { 'Content-Type': type }),
    ...Object.fromEntries(
      ['ETag', 'Location', 'Retry-After']
        .map((name) => [name, response.headers.get(name)] as const)
        .filter((entry): entry is readonly [string, string] => entry[1] !== null),
    ),
  };
  const bytes = Buffer.from(await response.arrayBuffer());
  if (bytes.length === 0) {
    return { id, status: response.status, headers };
  }
  const body: unknown = type.includes('json')
    ? JSON.parse(bytes.toString())
    : bytes.toString('base64');
  return { id, status: response.status, headers, body };
}

function failedDependency(id: string): BatchResponse {
  return {
    id,
    status: 424,
    headers: { 'Content-Type': 'application/json' },
    body: {
      error: {
        code: 'FailedDependency',
        message: 'The request failed because of its dependency.',
      },
    },
  };
}
