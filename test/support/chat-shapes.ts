import { z } from 'zod';

import type { ChannelKind } from '../../src/core/vocabulary.js';

/** The shapes that the chats document, as far as fupan uses them; what they do not name is refused. */

const url = z.url({ protocol: /^https?$/ }).max(3_000);

/** https://docs.slack.dev/reference/block-kit/blocks */
const slackPlain = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean(),
  });
const slackText = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1),
    style: z.strictObject({ bold: z.boolean() }).optional(),
  }),
  z.strictObject({ type: z.literal('link'), url, text: z.string().min(1) }),
]);
const slackSection = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(slackText).min(1),
});
const slackBlock = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: slackPlain(150) }),
  z.strictObject({
    type: z.literal('rich_text'),
    elements: z
      .array(
        z.discriminatedUnion('type', [
          slackSection,
          z.strictObject({
            type: z.literal('rich_text_list'),
            style: z.enum(['bullet', 'ordered']),
            elements: z.array(slackSection).min(1),
          }),
        ]),
      )
      .min(1),
  }),
  z.strictObject({
    type: z.literal('actions'),
    elements: z
      .array(z.strictObject({ type: z.literal('button'), text: slackPlain(75), url }))
      .min(1)
      .max(25),
  }),
  z.strictObject({
    type: z.literal('context'),
    elements: z.array(slackPlain(2_000)).min(1).max(10),
  }),
]);
const slack = z.strictObject({
  text: z.string().min(1).max(40_000),
  blocks: z.array(slackBlock).min(1).max(50),
});

/** https://adaptivecards.io/explorer, and what Teams takes of it. */
const openUrl = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  title: z.string().optional(),
  url,
});
const teams = z.strictObject({
  type: z.literal('message'),
  attachments: z
    .array(
      z.strictObject({
        contentType: z.literal('application/vnd.microsoft.card.adaptive'),
        contentUrl: z.null(),
        content: z.strictObject({
          $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
          type: z.literal('AdaptiveCard'),
          version: z.enum(['1.2', '1.3', '1.4', '1.5']),
          body: z
            .array(
              z.strictObject({
                type: z.literal('RichTextBlock'),
                spacing: z.enum(['none', 'small', 'default', 'medium', 'large']).optional(),
                inlines: z
                  .array(
                    z.strictObject({
                      type: z.literal('TextRun'),
                      text: z.string().min(1),
                      size: z.enum(['small', 'default', 'medium', 'large']).optional(),
                      weight: z.enum(['lighter', 'default', 'bolder']).optional(),
                      isSubtle: z.boolean().optional(),
                      selectAction: openUrl.optional(),
                    }),
                  )
                  .min(1),
              }),
            )
            .min(1),
          actions: z.array(openUrl).min(1).max(6).optional(),
          msteams: z.strictObject({ width: z.literal('Full') }),
        }),
      }),
    )
    .length(1),
});

/** https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot */
const feishuPlain = z.strictObject({ tag: z.literal('plain_text'), content: z.string().min(1) });
const feishu = z.strictObject({
  timestamp: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  sign: z.base64().optional(),
  msg_type: z.literal('interactive'),
  card: z.strictObject({
    config: z.strictObject({ wide_screen_mode: z.boolean() }),
    header: z.strictObject({ title: feishuPlain, template: z.literal('blue') }),
    elements: z
      .array(
        z.discriminatedUnion('tag', [
          z.strictObject({ tag: z.literal('div'), text: feishuPlain }),
          z.strictObject({ tag: z.literal('markdown'), content: z.string().min(1) }),
          z.strictObject({
            tag: z.literal('action'),
            actions: z
              .array(
                z.strictObject({
                  tag: z.literal('button'),
                  text: feishuPlain,
                  type: z.enum(['default', 'primary', 'danger']),
                  url,
                }),
              )
              .min(1),
          }),
          z.strictObject({ tag: z.literal('note'), elements: z.array(feishuPlain).min(1) }),
        ]),
      )
      .max(50),
  }),
});

/** https://open.dingtalk.com/document/robots/custom-robot-access */
const dingtalk = z.strictObject({
  msgtype: z.literal('markdown'),
  markdown: z.strictObject({ title: z.string().min(1), text: z.string().min(1) }),
  at: z.strictObject({ isAtAll: z.literal(false) }),
});

/** https://developer.work.weixin.qq.com/document/path/91770 */
const wecom = z.strictObject({
  msgtype: z.literal('markdown'),
  markdown: z.strictObject({
    content: z.string().refine((text) => Buffer.byteLength(text) <= 4_096),
  }),
});

/** What each chat takes. */
export const CHAT_SHAPES: Readonly<Record<ChannelKind, z.ZodType>> = {
  SLACK: slack,
  TEAMS: teams,
  FEISHU: feishu,
  DINGTALK: dingtalk,
  WECOM: wecom,
};

/** The most bytes that each takes. */
export const CHAT_BYTES: Readonly<Record<ChannelKind, number>> = {
  SLACK: 40_000,
  TEAMS: 28_000,
  FEISHU: 20_000,
  DINGTALK: 20_000,
  WECOM: 20_000,
};

/** How each says that it took a message. */
export const CHAT_TAKEN: Readonly<Record<ChannelKind, readonly [number, string]>> = {
  SLACK: [200, 'ok'],
  TEAMS: [202, ''],
  FEISHU: [200, '{"StatusCode":0,"StatusMessage":"success","code":0,"data":{},"msg":"success"}'],
  DINGTALK: [200, '{"errcode":0,"errmsg":"ok"}'],
  WECOM: [200, '{"errcode":0,"errmsg":"ok"}'],
};

/** How each says that it did not, also where the status says that all is well. */
export const CHAT_REFUSED: Readonly<Record<ChannelKind, readonly (readonly [number, string])[]>> = {
  SLACK: [
    [404, 'no_service'],
    [200, '{"ok":false,"error":"invalid_blocks"}'],
    [302, ''],
  ],
  TEAMS: [
    [
      200,
      'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429',
    ],
    [400, '{"error":{"code":"TriggerInputSchemaMismatch"}}'],
  ],
  FEISHU: [
    [200, '{"code":19021,"msg":"sign match fail or timestamp is not within one hour"}'],
    [200, '<html>'],
    [500, ''],
  ],
  DINGTALK: [
    [200, '{"errcode":310000,"errmsg":"keywords not in content"}'],
    [200, ''],
  ],
  WECOM: [
    [200, '{"errcode":93000,"errmsg":"invalid webhook url"}'],
    [200, '{"errcode":45009,"errmsg":"api freq out of limit"}'],
  ],
};
