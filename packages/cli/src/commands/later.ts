import { declare } from "../command.ts";

export const later = declare({
  usage: "",
  about: "This command comes with a later version.",
  options: {},
  examples: ["hearsay read examples/phone-call.json"],
  async run() {
    process.stderr.write(
      "this command comes with a later version of hearsay; hearsay --help lists those that work today\n",
    );
    return 2;
  },
});
