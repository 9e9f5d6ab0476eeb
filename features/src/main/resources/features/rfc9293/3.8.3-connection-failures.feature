Feature: RFC 9293 section 3.8.3: TCP connection failures
  Nobody answers. That may be a failure of the other host, or of the network for a while, so the sender does not lose patience
  too soon.

  Rule: A SYN is sent for three minutes at least
    @RFC9293/MUST-23
    Scenario: Nobody answers, and the endpoint goes on asking
      When the endpoint's application connects to any port of the peer, from any port
      Then for three minutes the endpoint's application is told of no end

  Rule: Data is sent for a hundred seconds at least
    @RFC9293/SHLD-11
    Scenario Outline: Nobody answers, and the endpoint goes on sending, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the endpoint's application sends any data, and nobody answers
      Then for a hundred seconds the endpoint's application is told of no end

      Examples:
        | opener   |
        | endpoint |
        | peer     |
