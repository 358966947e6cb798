import ArgumentParser

extension CompletionTree {
  /// The script for a shell. The tree has no files of its own: a file that stands first is followed by
  /// what `tj run` takes, and stands among the words.
  static func script(for shell: CompletionShell) -> String {
    var script = CompletionScript(text: completionScript(for: shell))
    switch shell {
    case .bash:
      script.replace("help|learn|help)", "help|learn)")
      script.replace(
        """
                # Offer subcommand completions
                COMPREPLY+=($(compgen -W 'run check fmt read help learn help' -- "${cur}"))
        """,
        """
                if [[ "${#unparsed_words[@]}" -gt 0 ]]; then
                    # a file stands first
                    _tj_run
                else
                    COMPREPLY+=($(compgen -W 'run check fmt read help learn' -- "${cur}"))
                    __tj_add_completions -o plusdirs -fX '!*.@(tj)'
                fi
        """)
      script.replace("_tj_help() {\n    :\n}\n\n", "")
    case .zsh:
      script.replace("            'help:Show subcommand help information.'\n", "")
      script.replace(
        "_describe -V subcommand subcommands && ret=0",
        "_describe -V subcommand subcommands && ret=0\n        _files -g '*.tj' && ret=0")
      script.replace("help|learn|help)", "help|learn)")
      script.replace(
        """
                    "_tj_${words[1]}" && ret=0
                    ;;
        """,
        """
                    "_tj_${words[1]}" && ret=0
                    ;;
                *)
                    # a file stands first
                    _tj_run && ret=0
                    ;;
        """)
      script.replace(
        """
        _tj_help() {
            local -i ret=1
            local -ar arg_specs=(
                '*:subcommands:'
            )
            _arguments -w -s -S : "${arg_specs[@]}" && ret=0

            return "${ret}"
        }


        """, "")
    case .fish:
      script.replace("        case 'help'\n            __tj_parse_subcommand -r 1 \n", "")
      let lines = script.text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasSuffix("-d 'Show subcommand help information.'") }
      // the files of `tj run` are those of `tj`
      var files = CompletionScript(text: lines.first { $0.contains("\"tj run\" -ge 1'") } ?? "")
      files.replace("\"tj run\"", "\"tj\"")
      script.text = lines.joined(separator: "\n") + "\n" + files.text
    default: break
    }
    return script.text
  }
}

/// What ArgumentParser writes for a shell, to be changed in places.
private struct CompletionScript {
  var text: String

  init(text: some StringProtocol) { self.text = String(text) }

  /// Puts words in the place of the first others of that kind.
  mutating func replace(_ old: String, _ new: String) {
    guard let range = text.firstRange(of: old) else { return }
    text.replaceSubrange(range, with: new)
  }
}
