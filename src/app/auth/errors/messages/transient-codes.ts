/** Transient errors. `isTransient` reads their keys here, because the table of messages that spreads them is lazy. */
export const transientCodes = {
  unreachable: {
    keys: ['post_request_failed', 'get_request_failed', 'network_error', 'NetworkError'],
    retry: 'after-pause',
  },
  metadataNotFound: {
    keys: ['endpoints_resolution_error', 'openid_config_error'],
    retry: 'after-pause',
  },
  unreadable: {
    keys: ['failed_to_parse_response', 'failed_to_parse_headers'],
    retry: 'after-pause',
  },
  /** Entra ID is overloaded, or MSAL throttles after a 429, 5xx or Retry-After. */
  busy: {
    keys: [
      'temporarily_unavailable',
      'server_error',
      'throttled',
      '50033',
      '50087',
      '50088',
      '50166',
      '90006',
      '90012',
      '90024',
      '90033',
      '90055',
      '90090',
      '90091',
    ],
    retry: 'after-pause',
  },
  tokenUnavailable: { keys: ['token_unavailable'], retry: 'after-pause' },
} as const;
