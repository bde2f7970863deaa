//! One compiled module in two files: what the first questions need, and the rest.
//!
//! A widget is live as soon as the first file is. The second one is fetched then, and joins it: it brings functions and
//! the constant data that only they can reach, see [`data`], and shares memory, tables and globals with the first. What the first calls in the rest goes through a
//! place in the table that is empty until the rest is there; such a call ends in a trap, which the custom element takes
//! for what it is: it waits for the rest, and starts the widget anew with what was kept.
//!
//! Which functions go into the rest is said by the rooms of the sources that they belong to, see [`rest`], and by a list
//! of those that nobody was seen to need for the first questions, see [`seldom`]. Whatever only the rest uses goes with
//! it, and what neither names stays in the first file.

pub mod count;
mod data;
mod rest;
pub mod seldom;

use data::{Addresses, Data};
use std::collections::{BTreeMap, BTreeSet};
use walrus::ir::{self, Instr, InstrLocId, Value, Visitor, VisitorMut};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalKind, ImportKind,
    ImportedFunction, Module, ModuleConfig, RefType, TableId,
};

/// What the rest imports everything from: the exports of the first file.
const FROM: &str = "first";

/// The two files.
#[derive(Debug)]
pub struct Split {
    /// What the first questions need.
    pub first: Vec<u8>,
    /// Everything else.
    pub rest: Vec<u8>,
}

/// Splits a module that still has its functions' names. `linked` is the same before wasm-bindgen.
///
/// # Errors
/// When the module is not of the form that the Rust compiler and wasm-bindgen write.
pub fn split(module: &[u8], linked: &[u8]) -> Result<Split, String> {
    let seldom = seldom::Seldom::read();
    let whole = parse(module)?;
    let names: Vec<String> = whole.funcs.iter_local().map(|(id, _)| name(&whole, id)).collect();
    if let Some(note) = seldom.note(&names) {
        eprintln!("note: {note}");
    }
    halves(module, &Data::read(linked)?, &|name| rest::has(name) || seldom.has(name), |_| ())
}

/// Splits a module by the rooms of the sources alone. Each function of the first file notes that it ran; see [`count`].
///
/// # Errors
/// As [`split`].
pub fn counted(module: &[u8]) -> Result<Split, String> {
    halves(module, &Data::default(), &rest::has, count::each)
}

fn halves(module: &[u8], data: &Data, is_rest: &dyn Fn(&str) -> bool, add: fn(&mut Module)) -> Result<Split, String> {
    let mut first = parse(module)?;
    let plan = Plan::of(&first, data, is_rest)?;
    let shared = plan.make_first(&mut first)?;
    add(&mut first);
    let mut rest = parse(module)?;
    plan.make_rest(&mut rest, &shared)?;
    Ok(Split { first: first.emit_wasm(), rest: rest.emit_wasm() })
}

fn parse(module: &[u8]) -> Result<Module, String> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    let mut module =
        config.parse(module).map_err(|fault| format!("the compiled module cannot be read: {fault:#}"))?;
    // What the linker said of addresses is read before this, and holds no more.
    for said in data::SAID_BY_THE_LINKER {
        module.customs.remove_raw(said);
    }
    Ok(module)
}

/// A function's place among all, the same however often a module is read.
type Place = usize;

/// What goes where.
struct Plan {
    /// The functions of the rest.
    rest: BTreeSet<Place>,
    /// What they call in the first file.
    called: BTreeSet<Place>,
    /// Where each function of the rest stands in the table, if it is called from elsewhere or its address is taken.
    table: BTreeMap<Place, u32>,
    /// How many places the table needs.
    length: u32,
    /// The addresses of the constant data that only the rest can reach, in order.
    data: Vec<Addresses>,
}

/// Names under which the first file gives things to the rest.
struct Shared {
    functions: BTreeMap<Place, String>,
    memory: String,
    /// The functions', and that of what belongs to the page.
    tables: BTreeMap<usize, String>,
    globals: BTreeMap<usize, String>,
}

impl Plan {
    fn of(module: &Module, data: &Data, is_rest: &dyn Fn(&str) -> bool) -> Result<Plan, String> {
        let all: BTreeMap<Place, FunctionId> = module.funcs.iter().map(|it| (it.id().index(), it.id())).collect();
        let is_local = |place: &Place| all.get(place).is_some_and(|id| is_local(module, *id));
        let exported: BTreeSet<Place> = module
            .exports
            .iter()
            .filter_map(|it| match it.item {
                ExportItem::Function(id) => Some(id.index()),
                _ => None,
            })
            .collect();
        let calls: BTreeMap<Place, BTreeSet<Place>> =
            all.iter().map(|(place, id)| (*place, calls(module, *id))).collect();
        let named: BTreeSet<Place> = module
            .funcs
            .iter_local()
            .filter(|(id, _)| is_rest(&name(module, *id)))
            .map(|(id, _)| id.index())
            .filter(|place| !exported.contains(place))
            .collect();
        let addressed = addressed(module)?;
        let mut first = BTreeSet::new();
        let mut next: Vec<Place> = exported.iter().copied().chain(module.start.map(|id| id.index())).collect();
        next.extend(addressed.values().map(|id| id.index()));
        while let Some(place) = next.pop() {
            if !named.contains(&place) && first.insert(place) {
                next.extend(calls.get(&place).into_iter().flatten());
            }
        }
        let rest: BTreeSet<Place> = all.keys().copied().filter(|it| is_local(it) && !first.contains(it)).collect();
        if rest.is_empty() {
            return Err(
                "no function belongs to the rest: compare the names in `split/rest.rs` with the sources".to_owned()
            );
        }
        let of_all = |places: &BTreeSet<Place>| -> BTreeSet<Place> {
            places.iter().filter_map(|it| calls.get(it)).flatten().copied().collect()
        };
        let called = of_all(&rest).difference(&rest).copied().collect();
        let mut table: BTreeMap<Place, u32> =
            addressed.iter().filter(|(_, id)| rest.contains(&id.index())).map(|(at, id)| (id.index(), *at)).collect();
        let mut length = addressed.keys().next_back().map_or(1, |last| last + 1);
        for place in of_all(&first).intersection(&rest) {
            table.entry(*place).or_insert_with(|| {
                length += 1;
                length - 1
            });
        }
        let name = |id| module.funcs.get(id).name.as_deref().unwrap_or_default();
        let (late, early): (Vec<_>, Vec<_>) =
            module.funcs.iter_local().partition(|(id, _)| rest.contains(&id.index()));
        let mut late: BTreeSet<&str> = late.into_iter().map(|(id, _)| name(id)).collect();
        for (id, _) in early {
            late.remove(name(id));
        }
        let data = data.only_of(&late);
        Ok(Plan { rest, called, table, length, data })
    }

    /// Takes the rest out of a module, and says under which names it gives what the rest uses.
    fn make_first(&self, module: &mut Module) -> Result<Shared, String> {
        let table = function_table(module)?;
        let addressed = addressed(module)?;
        let staying = addressed.into_iter().filter(|(_, id)| !self.rest.contains(&id.index())).collect();
        set_elements(module, table, staying);
        lengthen(module, table, self.length);
        let types: BTreeMap<Place, walrus::TypeId> =
            module.funcs.iter().map(|it| (it.id().index(), it.ty())).collect();
        let through = Through { places: &self.table, types: &types, table };
        for (id, function) in module.funcs.iter_local_mut() {
            if !self.rest.contains(&id.index()) {
                let entry = function.entry_block();
                ir::dfs_pre_order_mut(&mut { through }, function, entry);
            }
        }
        let functions: Vec<(Place, FunctionId)> = module.funcs.iter().map(|it| (it.id().index(), it.id())).collect();
        let mut names = Names::default();
        let shared = Shared {
            functions: functions
                .iter()
                .filter(|(place, _)| self.called.contains(place))
                .map(|(place, id)| (*place, names.give(module, ExportItem::Function(*id))))
                .collect(),
            memory: {
                let memory = module.get_memory_id().map_err(|fault| format!("the module's memory: {fault:#}"))?;
                names.give(module, ExportItem::Memory(memory))
            },
            tables: {
                let tables: Vec<_> = module.tables.iter().map(walrus::Table::id).collect();
                tables.into_iter().map(|id| (id.index(), names.give(module, ExportItem::Table(id)))).collect()
            },
            globals: {
                let globals: Vec<_> = module.globals.iter().map(walrus::Global::id).collect();
                globals.into_iter().map(|id| (id.index(), names.give(module, ExportItem::Global(id)))).collect()
            },
        };
        replace_data(module, |segment| data::without(segment, &self.data))?;
        walrus::passes::gc::run(module);
        Ok(shared)
    }

    /// Leaves of a module only the rest.
    fn make_rest(&self, module: &mut Module, shared: &Shared) -> Result<(), String> {
        module.start = None;
        for id in module.exports.iter().map(walrus::Export::id).collect::<Vec<_>>() {
            module.exports.delete(id);
        }
        let memory = module.get_memory_id().map_err(|fault| format!("the module's memory: {fault:#}"))?;
        replace_data(module, |segment| {
            let inside = self.data.iter().map(|it| it.start.max(segment.start)..it.end.min(segment.end));
            inside.filter(|it| !it.is_empty()).collect()
        })?;
        let import = module.imports.add(FROM, &shared.memory, ImportKind::Memory(memory));
        module.memories.get_mut(memory).import = Some(import);

        let functions: BTreeMap<Place, FunctionId> =
            module.funcs.iter().map(|it| (it.id().index(), it.id())).collect();
        for (place, name) in &shared.functions {
            let Some(id) = functions.get(place).copied() else { continue };
            let ty = module.funcs.get(id).ty();
            let import = module.imports.add(FROM, name, ImportKind::Function(id));
            let before = std::mem::replace(
                &mut module.funcs.get_mut(id).kind,
                FunctionKind::Import(ImportedFunction { import, ty }),
            );
            if let FunctionKind::Import(before) = before {
                module.imports.delete(before.import);
            }
        }
        for id in module.globals.iter().map(walrus::Global::id).collect::<Vec<_>>() {
            let name = shared.globals.get(&id.index()).ok_or("a global without a name")?;
            let import = module.imports.add(FROM, name, ImportKind::Global(id));
            module.globals.get_mut(id).kind = GlobalKind::Import(import);
        }
        let table = function_table(module)?;
        let own = self.table.iter().filter_map(|(place, at)| Some((*at, *functions.get(place)?))).collect();
        set_elements(module, table, own);
        lengthen(module, table, self.length);
        for id in module.tables.iter().map(walrus::Table::id).collect::<Vec<_>>() {
            let name = shared.tables.get(&id.index()).ok_or("a table without a name")?;
            let import = module.imports.add(FROM, name, ImportKind::Table(id));
            module.tables.get_mut(id).import = Some(import);
        }
        walrus::passes::gc::run(module);
        Ok(())
    }
}

/// Gives names to what the first file hands on; what has one keeps it.
#[derive(Default)]
struct Names {
    last: u32,
}

impl Names {
    fn give(&mut self, module: &mut Module, item: ExportItem) -> String {
        if let Some(export) = module.exports.iter().find(|it| same(it.item, item)) {
            return export.name.clone();
        }
        // No name of the sources begins with a digit.
        let name = self.last.to_string();
        self.last += 1;
        module.exports.add(&name, item);
        name
    }
}

fn same(one: ExportItem, other: ExportItem) -> bool {
    match (one, other) {
        (ExportItem::Function(one), ExportItem::Function(other)) => one == other,
        (ExportItem::Table(one), ExportItem::Table(other)) => one == other,
        (ExportItem::Memory(one), ExportItem::Memory(other)) => one == other,
        (ExportItem::Global(one), ExportItem::Global(other)) => one == other,
        _ => false,
    }
}

/// What the sources call a function, with the types that it is made for.
fn name(module: &Module, id: FunctionId) -> String {
    let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
    format!("{:#}", rustc_demangle::demangle(name))
}

fn is_local(module: &Module, id: FunctionId) -> bool {
    matches!(module.funcs.get(id).kind, FunctionKind::Local(_))
}

fn function_table(module: &Module) -> Result<TableId, String> {
    let table = module.tables.main_function_table().map_err(|fault| format!("the module's table: {fault:#}"))?;
    table.ok_or_else(|| "the module has no table of functions".to_owned())
}

/// The functions whose address is taken, by their place in the table.
fn addressed(module: &Module) -> Result<BTreeMap<u32, FunctionId>, String> {
    let mut all = BTreeMap::new();
    for element in module.elements.iter() {
        let (
            ElementKind::Active { offset: ConstExpr::Value(Value::I32(offset)), .. },
            ElementItems::Functions(items),
        ) = (&element.kind, &element.items)
        else {
            return Err("a part of the module's table is of another form than the compiler's".to_owned());
        };
        let offset = u32::try_from(*offset).map_err(|_| "a place in the table is negative")?;
        all.extend((offset..).zip(items.iter().copied()));
    }
    Ok(all)
}

/// Puts functions in their places, and nothing elsewhere.
fn set_elements(module: &mut Module, table: TableId, functions: BTreeMap<u32, FunctionId>) {
    for id in module.elements.iter().map(walrus::Element::id).collect::<Vec<_>>() {
        module.elements.delete(id);
    }
    module.tables.get_mut(table).elem_segments.clear();
    let mut runs: Vec<(u32, Vec<FunctionId>)> = Vec::new();
    for (at, id) in functions {
        match runs.last_mut() {
            Some((start, run)) if *start as usize + run.len() == at as usize => run.push(id),
            _ => runs.push((at, vec![id])),
        }
    }
    for (start, run) in runs {
        let offset = ConstExpr::Value(Value::I32(start.cast_signed()));
        let id = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(run));
        module.tables.get_mut(table).elem_segments.insert(id);
    }
}

/// Leaves of each segment the parts at some addresses within it.
fn replace_data(module: &mut Module, parts: impl Fn(Addresses) -> Vec<Addresses>) -> Result<(), String> {
    let memory = module.get_memory_id().map_err(|fault| format!("the module's memory: {fault:#}"))?;
    let mut segments = Vec::new();
    for id in module.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
        let segment = module.data.get(id);
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = segment.kind else {
            return Err("a part of the module's data is of another form than the compiler's".to_owned());
        };
        let start = usize::try_from(start).map_err(|_| "an address is negative")?;
        for part in parts(start..start + segment.value.len()) {
            let bytes = segment.value.get(part.start - start..part.end - start).unwrap_or_default().to_vec();
            segments.push((part.start, bytes));
        }
        module.data.delete(id);
    }
    module.memories.get_mut(memory).data_segments.clear();
    for (start, bytes) in segments {
        let start = i32::try_from(start).map_err(|_| "an address is too large")?;
        let offset = ConstExpr::Value(Value::I32(start));
        let id = module.data.add(DataKind::Active { memory, offset }, bytes);
        module.memories.get_mut(memory).data_segments.insert(id);
    }
    Ok(())
}

fn lengthen(module: &mut Module, table: TableId, length: u32) {
    let table = module.tables.get_mut(table);
    debug_assert_eq!(table.element_ty, RefType::FUNCREF);
    table.initial = table.initial.max(length.into());
    table.maximum = table.maximum.map(|most| most.max(table.initial));
}

struct Calls(BTreeSet<Place>);

impl Visitor<'_> for Calls {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.insert(function.index());
    }
}

/// What a function calls by name.
fn calls(module: &Module, id: FunctionId) -> BTreeSet<Place> {
    let mut calls = Calls(BTreeSet::new());
    if let FunctionKind::Local(function) = &module.funcs.get(id).kind {
        ir::dfs_in_order(&mut calls, function, function.entry_block());
    }
    calls.0
}

/// Makes of each call into the rest one through the table.
#[derive(Clone, Copy)]
struct Through<'a> {
    places: &'a BTreeMap<Place, u32>,
    types: &'a BTreeMap<Place, walrus::TypeId>,
    table: TableId,
}

impl Through<'_> {
    fn instead(&self, function: FunctionId) -> Option<[Instr; 2]> {
        let place = self.places.get(&function.index())?;
        let ty = *self.types.get(&function.index())?;
        let at = ir::Const { value: Value::I32(place.cast_signed()) };
        Some([at.into(), ir::CallIndirect { ty, table: self.table }.into()])
    }
}

impl VisitorMut for Through<'_> {
    fn start_instr_seq_mut(&mut self, sequence: &mut ir::InstrSeq) {
        let written = std::mem::take(&mut sequence.instrs);
        for (instr, place) in written {
            let instead = match &instr {
                Instr::Call(call) => self.instead(call.func),
                _ => None,
            };
            match instead {
                Some(both) => sequence.instrs.extend(both.map(|it| (it, InstrLocId::default()))),
                None => sequence.instrs.push((instr, place)),
            }
        }
    }
}
