import Syntax

/// `if c then a else b`: whether the condition holds, and the branch that is taken.
extension Explainer {
  func condition(
    _ conditional: Conditional, _ frame: ExplainFrame, _ block: ExplainBlock, depth: Int
  ) throws(Diagnostic) {
    let whole = Expression.conditional(conditional)
    let result = try begun(whole, frame, block)
    let condition = try subject(conditional.condition, frame)
    let inner = ExplainBlock(subject: condition, level: block.levelOfParts)
    try derive(conditional.condition, frame, inner, depth: depth)
    let holds = try quantity(conditional.condition, frame).number == 1
    let branch = holds ? conditional.then : conditional.otherwise
    let why = Derivation.Remark.condition(.taken(condition: condition, holds: holds))
    var branchBlock = block
    // the branch goes on in the same block, its first line saying why
    if case .number = branch {
      line(
        block, .branch, self.text(branch, frame), try quantity(branch, frame), frame,
        remarks: [why])
    } else {
      branchBlock = ExplainBlock(
        subject: block.subject, level: block.level, isRoot: block.isRoot)
      branchBlock.remarks = [why]
      branchBlock.rule = .branch
      // without a name to begin with, it goes on below the formula
      if block.subject == nil { branchBlock.goesOn = block.last }
      try derive(branch, frame, branchBlock, depth: depth)
      (block.last, block.lastStep) = (branchBlock.last, branchBlock.lastStep)
    }
    // the other branch may say in which unit the whole is shown
    finish(result, frame, block, .result)
  }
}
