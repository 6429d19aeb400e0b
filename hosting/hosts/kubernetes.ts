import { environmentOf } from '../container/environment.ts';

/**
 * Returns a manifest for the container of `hosting/recipes/container`: without privileges, on a read-only file system,
 * with the settings as environment variables.
 *
 * @param configText the text of config.json
 */
export function kubernetesManifest(configText: string): string {
  const config = JSON.parse(configText) as Record<string, unknown>;
  const variables = Object.entries(environmentOf(config))
    .map(([name, value]) => `  ${name}: ${JSON.stringify(value)}\n`)
    .join('');
  const probe = '{ httpGet: { path: /-/healthy, port: http } }';
  return `# Made by npm run headers -- --for container.
apiVersion: v1
kind: ConfigMap
metadata: { name: app }
data:
${variables}---
apiVersion: apps/v1
kind: Deployment
metadata: { name: app, labels: { app: app } }
spec:
  replicas: 2
  selector: { matchLabels: { app: app } }
  template:
    metadata: { labels: { app: app } }
    spec:
      automountServiceAccountToken: false
      terminationGracePeriodSeconds: 30
      securityContext:
        runAsNonRoot: true
        runAsUser: 1000
        seccompProfile: { type: RuntimeDefault }
      containers:
        - name: app
          image: app:latest # yours, by digest
          envFrom: [{ configMapRef: { name: app } }]
          ports: [{ name: http, containerPort: 8080 }]
          # Load balancers go on sending requests for a moment; the image's stop signal, SIGQUIT, lets those finish.
          lifecycle: { preStop: { exec: { command: [sleep, '5'] } } }
          readinessProbe: ${probe}
          livenessProbe: ${probe}
          resources:
            requests: { cpu: 10m, memory: 32Mi }
            limits: { memory: 128Mi }
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: { drop: [ALL] }
          volumeMounts: [{ name: temp, mountPath: /tmp }]
      volumes: [{ name: temp, emptyDir: { medium: Memory, sizeLimit: 16Mi } }]
---
apiVersion: v1
kind: Service
metadata: { name: app }
spec:
  selector: { app: app }
  ports: [{ name: http, port: 80, targetPort: http }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: app }
spec:
  minAvailable: 1
  selector: { matchLabels: { app: app } }
`;
}
