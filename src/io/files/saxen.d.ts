// What xlsx-xml.ts uses of saxen, which brings no types of its own.

declare module "saxen" {
  export class Parser {
    on(name: "openTag", listener: (name: string, attributes: () => Record<string, string>) => void): this;
    on(name: "closeTag", listener: (name: string) => void): this;
    on(name: "text", listener: (text: string, decode: (text: string) => string) => void): this;
    on(name: "cdata", listener: (text: string) => void): this;
    on(name: "error" | "warn", listener: (error: Error) => void): this;
    parse(xml: string): Error | null;
    stop(): void;
  }
}
