import type { Headers } from '../policy.ts';
import { filePattern, languagePaths, pagePaths, type Site } from '../site.ts';

/** What CloudFront takes in `SecurityHeadersConfig`, and refuses among the custom headers. */
const SECURITY = [
  'Content-Security-Policy',
  'Referrer-Policy',
  'Strict-Transport-Security',
  'X-Content-Type-Options',
];

/**
 * Returns a CloudFormation template: a private bucket and the distribution before it. The build lies in the folder of
 * its path in the bucket. S3 says 403 of what is missing; the template makes it a 404.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-responseheaderspolicy.html
 */
export function cloudFrontTemplate(site: Site): string {
  const { basePath, page, hashed, bridge } = site;
  const behaviour = (pattern: string, policy: string) => ({
    PathPattern: pattern,
    ...BEHAVIOUR(policy),
  });
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Made by npm run headers -- --for cloudfront',
    Parameters: {
      DomainName: { Type: 'String', Description: 'Where the app is: app.contoso.com' },
      CertificateArn: {
        Type: 'String',
        Description: 'A certificate of AWS Certificate Manager for it, in us-east-1',
      },
    },
    Resources: {
      Bucket: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            BlockPublicPolicy: true,
            IgnorePublicAcls: true,
            RestrictPublicBuckets: true,
          },
        },
      },
      BucketPolicy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: { Bucket: ref('Bucket'), PolicyDocument: READ_BY_DISTRIBUTION },
      },
      Access: {
        Type: 'AWS::CloudFront::OriginAccessControl',
        Properties: {
          OriginAccessControlConfig: {
            Name: sub('${AWS::StackName}'),
            OriginAccessControlOriginType: 's3',
            SigningBehavior: 'always',
            SigningProtocol: 'sigv4',
          },
        },
      },
      Page: headersPolicy('page', page),
      Hashed: headersPolicy('hashed', hashed),
      Bridge: headersPolicy('bridge', bridge),
      Pages: {
        Type: 'AWS::CloudFront::Function',
        Properties: {
          Name: sub('${AWS::StackName}-pages'),
          AutoPublish: true,
          FunctionConfig: { Comment: 'Which file is which page', Runtime: 'cloudfront-js-2.0' },
          FunctionCode: viewerRequest(site),
        },
      },
      Distribution: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: {
          DistributionConfig: {
            Enabled: true,
            HttpVersion: 'http2and3',
            Aliases: [ref('DomainName')],
            // Under a name of CloudFront's own, it would accept TLS 1.0.
            ViewerCertificate: {
              AcmCertificateArn: ref('CertificateArn'),
              SslSupportMethod: 'sni-only',
              MinimumProtocolVersion: 'TLSv1.2_2021',
            },
            Origins: [
              {
                Id: 'bucket',
                DomainName: attribute('Bucket.RegionalDomainName'),
                OriginAccessControlId: attribute('Access.Id'),
                S3OriginConfig: { OriginAccessIdentity: '' },
              },
            ],
            CustomErrorResponses: [
              { ErrorCode: 403, ResponseCode: 404, ResponsePagePath: `${basePath}404.html` },
            ],
            CacheBehaviors: [
              behaviour(`${basePath}redirect.html`, 'Bridge'),
              behaviour(`${basePath}*-????????.js`, 'Hashed'),
              behaviour(`${basePath}*-????????.css`, 'Hashed'),
            ],
            DefaultCacheBehavior: BEHAVIOUR('Page'),
          },
        },
      },
    },
  };
  return `${JSON.stringify(template, undefined, 2)}\n`;
}

const ref = (name: string) => ({ Ref: name });
const sub = (text: string) => ({ 'Fn::Sub': text });
const attribute = (name: string) => ({ 'Fn::GetAtt': name.split('.') });

const BEHAVIOUR = (policy: string) => ({
  TargetOriginId: 'bucket',
  ViewerProtocolPolicy: 'redirect-to-https',
  AllowedMethods: ['GET', 'HEAD'],
  Compress: true,
  // AWS's own policy CachingOptimized.
  CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
  ResponseHeadersPolicyId: ref(policy),
  FunctionAssociations: [
    { EventType: 'viewer-request', FunctionARN: attribute('Pages.FunctionARN') },
  ],
});

const READ_BY_DISTRIBUTION = {
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudfront.amazonaws.com' },
      Action: 's3:GetObject',
      Resource: sub('${Bucket.Arn}/*'),
      Condition: {
        StringEquals: {
          'AWS:SourceArn': sub(
            'arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Distribution}',
          ),
        },
      },
    },
  ],
};

function headersPolicy(name: string, headers: Headers): object {
  const custom = Object.entries(headers).filter(([field]) => !SECURITY.includes(field));
  const age = /max-age=(\d+)/.exec(headers['Strict-Transport-Security'] ?? '')?.[1] ?? '0';
  return {
    Type: 'AWS::CloudFront::ResponseHeadersPolicy',
    Properties: {
      ResponseHeadersPolicyConfig: {
        Name: sub(`\${AWS::StackName}-${name}`),
        SecurityHeadersConfig: {
          ContentSecurityPolicy: {
            ContentSecurityPolicy: headers['Content-Security-Policy'],
            Override: true,
          },
          ContentTypeOptions: { Override: true },
          ReferrerPolicy: { ReferrerPolicy: headers['Referrer-Policy'], Override: true },
          StrictTransportSecurity: {
            AccessControlMaxAgeSec: Number(age),
            IncludeSubdomains: true,
            Override: true,
          },
        },
        CustomHeadersConfig: {
          Items: custom.map(([Header, Value]) => ({ Header, Value, Override: true })),
        },
      },
    },
  };
}

/** Source of the function that names the file of each page. */
function viewerRequest(site: Site): string {
  return `function handler(event) {
  var request = event.request;
  var bare = ${JSON.stringify(languagePaths(site))}.find((path) => path === request.uri + '/');
  if (bare) return { statusCode: 301, headers: { location: { value: bare } } };
  var folder = ${JSON.stringify(pagePaths(site))}.find((path) => request.uri.startsWith(path)) ?? '${site.basePath}';
  if (request.uri === folder) request.uri = folder + 'index.html';
  else if (!new RegExp(${JSON.stringify(filePattern(site.basePath))}).test(request.uri)) request.uri = folder + 'index.csr.html';
  return request;
}
`;
}
