//! Lets each function note that it ran, so that a walk can show which ones the first questions need.

use super::name;
use walrus::ir::{Const, GlobalSet, Instr, InstrLocId, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, FunctionId, FunctionKind, Module, ValType};

/// What the name of a note begins with. After it come the function's number, how many instructions it has, and its name.
pub const RAN: &str = "ran";

/// Gives each function of the module an exported global that is 0 until the function runs, and 1 from then on.
pub fn each(module: &mut Module) {
    let all: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    for id in all {
        let name = name(module, id);
        let size = size(module, id);
        let note = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
        module.exports.add(&format!("{RAN} {} {size} {name}", id.index()), note);
        if let FunctionKind::Local(function) = &mut module.funcs.get_mut(id).kind {
            let mut body = function.builder_mut().func_body();
            body.instr_at(0, Const { value: Value::I32(1) }).instr_at(1, GlobalSet { global: note });
        }
    }
}

struct Counted(usize);

impl Visitor<'_> for Counted {
    fn visit_instr(&mut self, _: &Instr, _: &InstrLocId) {
        self.0 += 1;
    }
}

fn size(module: &Module, id: FunctionId) -> usize {
    let mut counted = Counted(0);
    if let FunctionKind::Local(function) = &module.funcs.get(id).kind {
        dfs_in_order(&mut counted, function, function.entry_block());
    }
    counted.0
}
