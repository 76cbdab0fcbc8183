/** A codebook with all that a codebook may have. */
export const BOOK = `# Codebook

We settled this together.

## Meetings {#meetings .theme}

What happens in the room.

### Hope {#hope color=green}

Somebody takes heart.
More on that.

Include: doubts.

A note of ours.

#### By words {#words}

### Waiting

Silence.

### Inner {#inner .theme}

#### Deep {#deep}

## Role {#role .theme}

### Pay {#pay}
`;
