import EnergyCore
import Syntax
import Units

/// The user's functions: inlined at each call, with a scope and brackets of their own.
extension FormulaBuilder {
  func own(_ call: Call, _ scope: Scope) throws(Diagnostic) -> Operand {
    let place = Place(scope.source, call.nameSpan)
    guard let function = context.world.function(call.name) else {
      let isValue =
        context.world.node(call.name) != nil || Catalog.entry(call.name.text) != nil
      if context.mayWait, !isValue {
        context.waiting.append(call.name)
        throw Diagnostic(
          EngineProblem.undefined(call.name.text, missing: [call.name.text]), at: place)
      }
      throw Diagnostic(
        EngineProblem.unknownFunction(
          call.name.text, nearest: session.nearestFunctions(to: call.name.text), isValue: isValue),
        at: place)
    }
    // `f([1, 2] over x)`: after a list literal `over` belongs to the list
    if !call.over.isEmpty, let last = call.arguments.last, case .list(var list) = last.value,
      list.over.isEmpty
    {
      list.over = call.over
      var bound = call
      bound.over = []
      bound.arguments[call.arguments.count - 1].value = .list(list)
      return try own(bound, scope)
    }
    if !call.over.isEmpty {
      throw Diagnostic(
        EngineProblem.unknownArgument(function: call.name.text, name: "over", parameters: []),
        at: place)
    }
    guard !context.calling.contains(call.name), context.calling.count < Limits.callDepth else {
      throw Diagnostic(
        EngineProblem.functionCallsItself((context.calling + [call.name]).map(\.text)), at: place)
    }
    let definition = function.definition
    let body = try bodyScope(call, function, scope)
    context.calling.append(call.name)
    defer { context.calling.removeLast() }
    // every stated parameter is checked, used or not
    for parameter in definition.parameters where parameter.annotation != nil {
      _ = try lookUp(parameter.name, place, body)
    }
    do {
      return try build(definition.body, body)
    } catch var diagnostic {
      let isElsewhere = diagnostic.place.source !== scope.source || scope.source === function.source
      if isElsewhere, diagnostic.labels.isEmpty {
        diagnostic.labels.append(
          Diagnostic.Label(Place(scope.source, call.span), "in this call of \(call.name)"))
      }
      throw diagnostic
    }
  }

  /// The names that a body has: its parameters and those after `where`.
  func bodyScope(_ call: Call, _ function: Function, _ scope: Scope) throws(Diagnostic) -> Scope {
    let definition = function.definition
    let place = Place(scope.source, call.nameSpan)
    let calls = context.sourceName(path: "\(scope.path)/\(call.name)", place: place)
    let path = calls.contains("#") ? calls : "\(calls)#1"
    let body = Scope(
      parent: nil, source: function.source, path: path,
      call: scope.call ?? Place(scope.source, call.span))
    let arguments = try match(call, definition, scope)
    let inside = context.calling + [call.name]
    for (parameter, argument) in zip(definition.parameters, arguments) {
      var required: (dimension: Dimension, place: Place, function: Name, parameter: Name)?
      if let annotation = parameter.annotation {
        do {
          required = (
            try units.dimension(annotation: annotation),
            Place(function.source, annotation.span), call.name, parameter.name
          )
        } catch {
          throw Diagnostic(error, at: Place(function.source, annotation.span))
        }
      }
      switch argument {
      case .given(let expression):
        body.bind(
          parameter.name,
          to: Binding(
            expression, in: scope, calling: context.calling, required: required, context: context))
      case .standard(let expression):
        body.bind(
          parameter.name,
          to: Binding(expression, in: body, calling: inside, required: required))
      }
    }
    for local in definition.locals {
      body.bind(local.name, to: Binding(local.value, in: body, calling: inside))
    }
    return body
  }

  private enum Argument {
    case given(Expression)
    case standard(Expression)
  }

  private func match(_ call: Call, _ definition: FunctionDefinition, _ scope: Scope)
    throws(Diagnostic) -> [Argument]
  {
    let parameters = definition.parameters
    var found: [Expression?] = Array(repeating: nil, count: parameters.count)
    let names = parameters.map(\.name.text)
    var position = 0
    for argument in call.arguments {
      let place = Place(scope.source, argument.value.span)
      let index: Int
      if let name = argument.name {
        guard let i = parameters.firstIndex(where: { $0.name == name }) else {
          throw Diagnostic(
            EngineProblem.unknownArgument(
              function: call.name.text, name: name.text, parameters: names),
            at: place)
        }
        index = i
      } else {
        index = position
        position += 1
      }
      guard index < parameters.count else {
        throw Diagnostic(
          EngineProblem.argumentCount(
            function: call.name.text, expected: "\(parameters.count)", found: call.arguments.count),
          at: Place(scope.source, call.span))
      }
      if found[index] != nil {
        throw Diagnostic(
          EngineProblem.argumentTwice(function: call.name.text, name: names[index]), at: place)
      }
      found[index] = argument.value
    }
    var arguments: [Argument] = []
    for (parameter, expression) in zip(parameters, found) {
      if let expression {
        arguments.append(.given(expression))
      } else if let standard = parameter.standard {
        arguments.append(.standard(standard))
      } else {
        throw Diagnostic(
          EngineProblem.argumentMissing(function: call.name.text, name: parameter.name.text),
          at: Place(scope.source, call.span))
      }
    }
    return arguments
  }
}
