/**
 * What nbformat 4.5 asks of a notebook, as a JSON schema: the parts that this book writes. Written after the format's
 * description, nbformat.readthedocs.io ("The Jupyter Notebook Format"). For tests.
 */
const text = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
const id = { type: 'string', pattern: '^[a-zA-Z0-9-_]+$', minLength: 1, maxLength: 64 };
const bundle = { type: 'object', additionalProperties: text };

export const nbformatSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['metadata', 'nbformat_minor', 'nbformat', 'cells'],
  properties: {
    nbformat: { const: 4 },
    nbformat_minor: { type: 'integer', minimum: 5 },
    metadata: {
      type: 'object',
      properties: {
        kernelspec: {
          type: 'object',
          required: ['name', 'display_name'],
          properties: { name: { type: 'string' }, display_name: { type: 'string' } },
        },
        language_info: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
        title: { type: 'string' },
      },
    },
    cells: {
      type: 'array',
      items: {
        oneOf: [
          {
            type: 'object',
            required: ['id', 'cell_type', 'metadata', 'source'],
            additionalProperties: false,
            properties: { id, cell_type: { const: 'markdown' }, metadata: { type: 'object' }, source: text },
          },
          {
            type: 'object',
            required: ['id', 'cell_type', 'metadata', 'source', 'outputs', 'execution_count'],
            additionalProperties: false,
            properties: {
              id,
              cell_type: { const: 'code' },
              metadata: { type: 'object' },
              source: text,
              execution_count: { type: ['integer', 'null'], minimum: 0 },
              outputs: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['output_type', 'data', 'metadata'],
                  additionalProperties: false,
                  properties: {
                    output_type: { const: 'display_data' },
                    data: bundle,
                    metadata: { type: 'object' },
                  },
                },
              },
            },
          },
        ],
      },
    },
  },
} as const;
