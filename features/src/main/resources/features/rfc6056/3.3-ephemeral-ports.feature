Feature: RFC 6056 section 3.3: ports that nobody can guess
  Who wants to do harm to a connection that he does not see must know both its ports. The one of the server everybody knows. The one of
  the client should be hard to guess.

  Rule: One port does not tell the next
    @RFC6056/3.3-OBSCURE
    Scenario: Clients that name no port get ports that nobody can foretell
      When the endpoint's application connects to another port each of the peer, from five ports of the stack's choice
      Then the endpoint sends a SYN for each connection, from a port of its own
      And nobody can tell the next of these ports from those before

  Rule: When all are in use there is none
    @RFC6056/3.3-NONE-LEFT @virtual-time @crowded
    Scenario: Applications that name no port are refused when there is none left, and no two have the same
      When applications of the endpoint ask for UDP ports of the stack's choice until they are refused
      Then another one gets a port when one of them gives its port up

    @RFC6056/3.3-NONE-LEFT @virtual-time @needs:TCP @crowded
    Scenario: Many clients of one server get a port each
      When the endpoint's application connects to any port of the peer, from a hundred and fifty ports of the stack's choice
      Then the endpoint sends a SYN for each connection, from a port of its own
